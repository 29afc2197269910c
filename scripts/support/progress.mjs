// Long steps say that they run, for how long, and how they ended. In a terminal one line moves; in a log there is a line at the
// start, one every 15 seconds, and one at the end.

const quietMs = 15_000;

export const seconds = (sinceMs) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

/**
 * Runs `work` as a step called `title`. Its line ends with the seconds it took, and with what `work` returns when that is a
 * string. A failure is shown as such and thrown on.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const since = performance.now();
  const terminal = process.stdout.isTTY;
  const line = (mark, rest) => process.stdout.write(`${terminal ? "\r\x1b[2K" : ""}${mark} ${title}${rest}${"\n"}`);
  const running = () => process.stdout.write(`\r\x1b[2K· ${title} · ${seconds(since)}`);
  if (!terminal) line("·", " …");
  const ticking = terminal
    ? setInterval(running, 200)
    : setInterval(() => line("·", ` … ${seconds(since)} so far`), quietMs);
  try {
    const result = await work();
    line("✓", `${typeof result === "string" ? ` · ${result}` : ""} · ${seconds(since)}`);
    return result;
  } catch (error) {
    line("✗", ` · ${seconds(since)}`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
