/** What can start a plain value; quotes, block scalars, flow maps, anchors, aliases and tags are left as they are. */
const PLAIN_VALUE = /^([A-Za-z][\w.-]*):[ \t]+([^\s"'|>{&*!%@`#].*)$/;

/**
 * Real skills are full of `description: Use when: …`, which is not YAML. Clients retry with the value in quotes, and so
 * do we: the entry around line `at` (from 0) is quoted. Returns null when nothing there can be.
 */
export function quoteEntryAt(
  lines: readonly string[],
  at: number,
): { lines: string[]; key: string; line: number } | null {
  const start = entryStart(lines, at);
  const match = PLAIN_VALUE.exec(lines[start] ?? "");
  const [, key, value] = match ?? [];
  if (key === undefined || value === undefined) return null;
  // A broken list is a broken list, except in a hint such as `[file] [format]`, which only looks like one.
  if (value.startsWith("[") && key !== "argument-hint") return null;
  const end = entryEnd(lines, start);
  const text = [value, ...lines.slice(start + 1, end)]
    .map((line) => line.trim())
    .filter(Boolean)
    .join(" ");
  // Blank lines keep every later line where the file has it, so line numbers stay right.
  const blanks = Array.from({ length: end - start - 1 }, () => "");
  const quoted = `${key}: '${text.replaceAll("'", "''")}'`;
  return { lines: [...lines.slice(0, start), quoted, ...blanks, ...lines.slice(end)], key, line: start };
}

function entryStart(lines: readonly string[], at: number): number {
  let start = Math.min(Math.max(at, 0), lines.length - 1);
  while (start > 0 && /^(\s|$)/.test(lines[start] ?? "")) start--;
  return start;
}

function entryEnd(lines: readonly string[], start: number): number {
  let end = start + 1;
  while (end < lines.length && /^(\s|$)/.test(lines[end] ?? "")) end++;
  return end;
}
