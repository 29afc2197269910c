import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Who holds a data directory, as its lock file says. `url` is there once the database answers. */
export type Holder = { pid: number; born: string | null; url?: string };

/** Says which process holds the data directory; `pid` is that process. */
export class LockedError extends Error {
  constructor(
    readonly pid: number,
    dataDir: string,
  ) {
    super(
      `Another Guildhall, process ${pid}, is using ${dataDir}. Stop that one first, or set DATA_DIR to another directory.`,
    );
    this.name = "LockedError";
  }
}

export type Lock = { announce(url: string): void; release(): void };

const lockPath = (dataDir: string) => join(dataDir, "database.lock");

// A pid is used again after a reboot or in the next container; together with the process's own start it is not.
function bornAt(pid: number): string | null {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "";
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot}/${afterName.split(" ")[19]}`;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return holder.born === null || holder.born === bornAt(holder.pid);
}

function parseHolder(path: string): Holder | null {
  try {
    const read = JSON.parse(readFileSync(path, "utf8"));
    return Number.isInteger(read?.pid) && read.pid > 0 ? read : null;
  } catch {
    return null;
  }
}

/** The running process that holds `dataDir`, or null when nobody does. */
export function findHolder(dataDir: string): Holder | null {
  const holder = parseHolder(lockPath(dataDir));
  return holder && isAlive(holder) ? holder : null;
}

// Renaming is atomic, so of several that find the same stale lock one removes it; the others meet what came after.
function removeStale(path: string, grave: string): void {
  try {
    renameSync(path, grave);
  } catch {
    return;
  }
  const buried = parseHolder(grave);
  try {
    // Someone was quicker and this is the new, living lock: it goes back.
    if (buried && isAlive(buried)) linkSync(grave, path);
  } finally {
    rmSync(grave, { force: true });
  }
}

/**
 * Takes `dataDir` for this process. A lock left behind by a process that is gone is taken over; a living one throws a
 * LockedError naming its pid.
 */
export function takeLock(dataDir: string): Lock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = lockPath(dataDir);
  const draft = `${path}.${process.pid}`;
  const holder: Holder = { pid: process.pid, born: bornAt(process.pid) };
  // Written aside and linked into place: the lock is there whole or not at all, and linking fails where one exists.
  const write = (written: Holder) => {
    writeFileSync(draft, JSON.stringify(written), { mode: 0o600 });
    chmodSync(draft, 0o600);
  };
  write(holder);
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        linkSync(draft, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt === 20) throw error;
      }
      const other = findHolder(dataDir);
      if (other) throw new LockedError(other.pid, dataDir);
      removeStale(path, `${path}.stale.${process.pid}`);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    announce(url) {
      write({ ...holder, url });
      renameSync(draft, path);
    },
    release() {
      const current = parseHolder(path);
      if (current?.pid === holder.pid && current.born === holder.born) rmSync(path, { force: true });
    },
  };
}
