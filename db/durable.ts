import { fdatasyncSync } from "node:fs";
import type { Extension } from "@electric-sql/pglite";

/**
 * Makes a commit of PGlite's wait for the disk, so that it outlasts a power cut and not only the end of the process. PGlite
 * leaves this out: it starts PostgreSQL with fsync off, and its file system for Node has no fsync to call.
 */
export const durable: Extension = {
  name: "durable",
  async setup(_pglite, emscriptenOpts) {
    const addFsync = (module: DurableModule) => {
      module.FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
        fdatasyncSync(stream.nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } };
  },
};

type DurableModule = {
  FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } } };
};

/** PGlite's start parameters with fsync on. By the default method, fdatasync, no call reaches the file system. */
export function durableStart(defaults: readonly string[]): string[] {
  return [...defaults.filter((parameter) => parameter !== "-F"), "-c", "wal_sync_method=fsync"];
}
