import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { plainText, type Rendered } from "./plain-text";

export type { Rendered } from "./plain-text";

/** Stored beside the HTML. Raise it when the output changes, so that stored pages can be rendered again. */
export const RENDERER_VERSION = 1;

/** A document that takes longer was made to; the slowest of 7,000 real ones takes a tenth of a second. */
const TIME_LIMIT_MS = 2_000;
const START_LIMIT_MS = 30_000;
const MOST_WORKERS = 2;

/** So many wait at a worker for their turn: it goes on while the thread that asks is busy with something else. */
const AHEAD = 16;

type Reply = { ready: true } | { rendered: Rendered } | { failed: string };
type Job = { source: string; resolve: (rendered: Rendered) => void; reject: (error: Error) => void };
/** A worker with what was given to it, in that order; its timer runs for the first of them. */
type Renderer = { worker: Worker; isReady: boolean; jobs: Job[]; timer: NodeJS.Timeout | undefined };
type Pool = { queue: Job[]; renderers: Set<Renderer> };

/** One Next process evaluates this module several times; the workers are held once. */
const shared = globalThis as typeof globalThis & { guildhallRenderers?: Pool };

function pool(): Pool {
  shared.guildhallRenderers ??= { queue: [], renderers: new Set() };
  return shared.guildhallRenderers;
}

/**
 * Renders untrusted Markdown to static HTML, once, at publish: the result is stored and put into pages as it is.
 *
 * `html` holds no script, style, image or raw HTML. Links to files of the package are `href="?file=<encoded path>"`, relative
 * to the page that shows the skill; links elsewhere carry `rel="nofollow noopener noreferrer ugc"`. Headings start at h2 and
 * their ids, like all ids, at `user-content-`. Column alignment is `data-align` on cells.
 * `previewHtml` is the leading whole blocks in at most 7 KB when `html` is longer, else null.
 * `excerptText` is about 200 characters of plain text, not escaped.
 *
 * A document that overflows the renderer or takes longer than two seconds comes back as escaped plain text.
 */
export function renderMarkdown(source: string): Promise<Rendered> {
  return new Promise((resolve, reject) => {
    pool().queue.push({ source, resolve, reject });
    dispatch();
  });
}

/** Ends the workers that have nothing to do; only a test that counts them, or a script in a hurry, needs to. */
export async function closeRenderers(): Promise<void> {
  const idle = [...pool().renderers].filter(({ isReady, jobs }) => isReady && jobs.length === 0);
  await Promise.all(idle.map(end));
}

/** Each job goes to the worker that has least to do; while none is free, another is started as long as there may be one. */
function dispatch(): void {
  const { queue, renderers } = pool();
  let starting = [...renderers].filter(({ isReady }) => !isReady).length;
  while (queue.length > 0) {
    const [least] = [...renderers].filter(({ isReady }) => isReady).sort((a, b) => a.jobs.length - b.jobs.length);
    const isFree = least?.jobs.length === 0;
    if (!isFree && starting < queue.length && renderers.size < workers()) {
      start();
      starting += 1;
    } else if (least && least.jobs.length < AHEAD) give(least, queue.shift() as Job);
    else return;
  }
}

/**
 * One core stays for whoever asks. On two cores a second worker would add little to the first: it would compile the same code
 * for itself, and take its time from whoever asks.
 */
function workers(): number {
  const { availableParallelism } = process.getBuiltinModule("node:os");
  return Math.max(1, Math.min(MOST_WORKERS, availableParallelism() - 1));
}

/** Starting is not counted against a document: loading React on a busy machine can take a second by itself. */
function start(): void {
  const renderer: Renderer = { worker: newWorker(), isReady: false, jobs: [], timer: undefined };
  pool().renderers.add(renderer);
  renderer.worker.on("message", (reply: Reply) => hear(renderer, reply));
  renderer.worker.on("error", () => giveUp(renderer));
  renderer.worker.on("exit", () => giveUp(renderer));
  watch(renderer, START_LIMIT_MS);
}

function give(renderer: Renderer, job: Job): void {
  renderer.jobs.push(job);
  renderer.worker.ref();
  renderer.worker.postMessage({ source: job.source });
  if (renderer.jobs.length === 1) watch(renderer, TIME_LIMIT_MS);
}

function hear(renderer: Renderer, reply: Reply): void {
  clearTimeout(renderer.timer);
  if ("ready" in reply) renderer.isReady = true;
  // It answers in the order in which it was asked.
  else settle(renderer.jobs.shift() as Job, "rendered" in reply ? reply.rendered : null);
  if (renderer.jobs.length > 0) watch(renderer, TIME_LIMIT_MS);
  // An idle worker must not keep a script from ending.
  else renderer.worker.unref();
  dispatch();
}

const settle = ({ source, resolve }: Job, rendered: Rendered | null): void => resolve(rendered ?? plainText(source));

/** Gives the worker up when it has not answered in time; what it has answered is heard before a timer is. */
function watch(renderer: Renderer, limit: number): void {
  renderer.timer = setTimeout(() => giveUp(renderer), limit);
}

/** The first of its documents is what it died or hung of; the others are given to another. */
function giveUp(renderer: Renderer): void {
  const { queue, renderers } = pool();
  if (!renderers.has(renderer)) return;
  const [first, ...others] = renderer.jobs;
  void end(renderer);
  if (first) settle(first, null);
  else if (!renderer.isReady) queue.shift()?.reject(new Error("The Markdown renderer did not start."));
  queue.unshift(...others);
  dispatch();
}

async function end(renderer: Renderer): Promise<void> {
  pool().renderers.delete(renderer);
  clearTimeout(renderer.timer);
  renderer.worker.removeAllListeners();
  // An error without a listener would end the process.
  renderer.worker.on("error", () => {});
  await renderer.worker.terminate();
}

function newWorker(): Worker {
  // Asked of the process at run time, and given a path from the working directory, so that no bundler follows it.
  const { Worker: Thread } = process.getBuiltinModule("node:worker_threads");
  return new Thread(join(process.cwd(), "lib/markdown/render-worker.mjs"), {
    // Without the parent's loaders and conditions (tsx, vitest, react-server): the file is plain ESM.
    execArgv: [],
    env: { NODE_ENV: "production" },
    // Parsing makes much short-lived garbage: a roomy young generation saves a quarter of the time.
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 192 },
  });
}
