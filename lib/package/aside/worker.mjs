// Plain ESM, started by path as a thread: `next start`, tsx and vitest all run the same file, untouched by a bundler. It reads
// the sources of lib/package as they are, so that a package is checked by the same lines wherever that happens.
import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { parsePackage } = await import("../parse.ts");
const { packArchive } = await import("../archive/pack.ts");

const works = { parse: parsePackage, pack: packArchive };

parentPort?.on("message", ({ id, work, values }) => {
  try {
    parentPort?.postMessage({ id, result: works[work](...values) });
  } catch (error) {
    parentPort?.postMessage({ id, failed: String(error) });
  }
});
