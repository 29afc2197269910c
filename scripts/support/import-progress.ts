const WIDTH = 30;
const QUIET_MS = 5_000;

/** A moving bar in a terminal; in a log, a line every five seconds. */
export function progressOf(
  total: number,
  out: NodeJS.WriteStream = process.stdout,
): { show(done: number): void; end(): void } {
  const since = performance.now();
  let lastMs = 0;
  const text = (done: number) => {
    const full = Math.round((done / Math.max(total, 1)) * WIDTH);
    const bar = out.isTTY ? `${"█".repeat(full)}${"░".repeat(WIDTH - full)} ` : "";
    return `${bar}${done.toLocaleString("en")} of ${total.toLocaleString("en")} · ${((performance.now() - since) / 1000).toFixed(0)} s`;
  };
  return {
    show(done) {
      const now = performance.now();
      if (now - lastMs < (out.isTTY ? 100 : QUIET_MS)) return;
      if (lastMs > 0 || out.isTTY) out.write(out.isTTY ? `\r\x1b[2K${text(done)}` : `${text(done)}\n`);
      lastMs = now;
    },
    end() {
      if (out.isTTY) out.write("\r\x1b[2K");
    },
  };
}
