import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import type { packArchive } from "../archive/pack";
import type { parsePackage } from "../parse";

type Works = { parse: typeof parsePackage; pack: typeof packArchive };
type Job = { resolve: (result: unknown) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; jobs: Map<number, Job>; nextId: number; idle: NodeJS.Timeout | undefined };
type Reply = { id: number; result: unknown } | { id: number; failed: string };

/** A package of 20 MB takes two seconds; several wait for one another. */
const TIME_LIMIT_MS = 60_000;
/** It holds some 60 MB, which nobody needs between two large packages. */
const IDLE_MS = 60_000;

/** One Next process evaluates this module several times; the thread is held once. */
const shared = globalThis as typeof globalThis & { guildhallPackageThread?: Thread };

/**
 * Does this in a thread of its own, of which there is one: the process goes on answering meanwhile.
 * @throws Error when the thread dies or takes longer than a minute
 */
export function inThread<Name extends keyof Works>(
  name: Name,
  ...values: Parameters<Works[Name]>
): Promise<ReturnType<Works[Name]>> {
  shared.guildhallPackageThread ??= start();
  const thread = shared.guildhallPackageThread;
  const id = thread.nextId++;
  clearTimeout(thread.idle);
  thread.worker.ref();
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => end(thread, "took longer than a minute"), TIME_LIMIT_MS);
    const settle = (done: () => void) => {
      clearTimeout(limit);
      rest(thread);
      done();
    };
    thread.jobs.set(id, {
      resolve: (result) => settle(() => resolve(result as ReturnType<Works[Name]>)),
      reject: (error) => settle(() => reject(error)),
    });
    thread.worker.postMessage({ id, work: name, values });
  });
}

function start(): Thread {
  // Asked of the process at run time, and given a path from the working directory, so that no bundler follows it.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const worker = new Worker(join(process.cwd(), "lib/package/aside/worker.mjs"), {
    // Without the parent's loaders and conditions.
    execArgv: [],
    env: { NODE_ENV: "production" },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const thread: Thread = { worker, jobs: new Map(), nextId: 1, idle: undefined };
  worker.on("message", (reply: Reply) => {
    const job = thread.jobs.get(reply.id);
    thread.jobs.delete(reply.id);
    if ("result" in reply) job?.resolve(reply.result);
    else job?.reject(new Error(reply.failed));
  });
  worker.on("error", (error) => end(thread, `failed: ${error.message}`));
  worker.on("exit", () => end(thread, "ended"));
  return thread;
}

/** An idle thread must not keep a script from ending, nor a server's memory for ever. */
function rest(thread: Thread): void {
  if (thread.jobs.size > 0) return;
  thread.worker.unref();
  thread.idle = setTimeout(() => end(thread, "ended"), IDLE_MS).unref();
}

function end(thread: Thread, how: string): void {
  if (shared.guildhallPackageThread === thread) shared.guildhallPackageThread = undefined;
  const jobs = [...thread.jobs.values()];
  thread.jobs.clear();
  for (const job of jobs) job.reject(new Error(`The thread that checks packages ${how}.`));
  clearTimeout(thread.idle);
  void thread.worker.terminate();
}
