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

type Reply = { ready: true } | { id: number; rendered: Rendered } | { id: number; failed: string };
type Job = { source: string; resolve: (rendered: Rendered) => void; reject: (error: Error) => void };
type Pool = { queue: Job[]; idle: Worker[]; count: number; nextId: number };

/** One Next process evaluates this module several times; the workers are held once. */
const shared = globalThis as typeof globalThis & { guildhallRenderers?: Pool };

function pool(): Pool {
  shared.guildhallRenderers ??= { queue: [], idle: [], count: 0, nextId: 1 };
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

/** Ends the workers; only a test that counts them, or a script in a hurry, needs to. */
export async function closeRenderers(): Promise<void> {
  const { idle } = pool();
  const workers = idle.splice(0);
  pool().count -= workers.length;
  await Promise.all(workers.map((worker) => worker.terminate()));
}

function dispatch(): void {
  const state = pool();
  while (state.queue.length > 0 && (state.idle.length > 0 || state.count < workers())) {
    const job = state.queue.shift();
    if (!job) return;
    const worker = state.idle.pop();
    if (worker) run(worker, job);
    else start(job);
  }
}

/**
 * One core stays for whoever asks. On two cores a second worker would not add to the first: each compiles the same code for
 * itself, which is a third of its work.
 */
function workers(): number {
  const { availableParallelism } = process.getBuiltinModule("node:os");
  return Math.max(1, Math.min(MOST_WORKERS, availableParallelism() - 1));
}

/** Starting is not counted against the document: loading React on a busy machine can take a second by itself. */
function start(job: Job): void {
  const state = pool();
  state.count++;
  const worker = newWorker();
  settle(worker, START_LIMIT_MS, (reply) => {
    if (reply && "ready" in reply) return run(worker, job);
    drop(worker);
    job.reject(new Error("The Markdown renderer did not start."));
  });
}

function run(worker: Worker, job: Job): void {
  const state = pool();
  const id = state.nextId++;
  worker.ref();
  settle(worker, TIME_LIMIT_MS, (reply) => {
    const isAlive = reply !== null && "id" in reply && reply.id === id;
    job.resolve(isAlive && "rendered" in reply ? reply.rendered : plainText(job.source));
    if (!isAlive) return drop(worker);
    // An idle worker must not keep a script from ending.
    worker.unref();
    worker.once("exit", () => forget(worker));
    state.idle.push(worker);
    dispatch();
  });
  worker.postMessage({ id, source: job.source });
}

/** Calls `done` once: with the worker's next message, or with null when it dies or the time is up. */
function settle(worker: Worker, limit: number, done: (reply: Reply | null) => void): void {
  const finish = (reply: Reply | null) => {
    clearTimeout(timer);
    worker.removeAllListeners();
    // An error without a listener would end the process.
    worker.on("error", () => {});
    done(reply);
  };
  const timer = setTimeout(() => finish(null), limit);
  worker.removeAllListeners();
  worker.on("message", finish);
  worker.on("error", () => finish(null));
  worker.on("exit", () => finish(null));
}

/** Takes a worker that died while idle off the list. */
function forget(worker: Worker): void {
  const { idle } = pool();
  const at = idle.indexOf(worker);
  if (at < 0) return;
  idle.splice(at, 1);
  pool().count--;
}

function drop(worker: Worker): void {
  pool().count--;
  void worker.terminate();
  dispatch();
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
