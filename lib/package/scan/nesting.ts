import { type Finding, refusal } from "../finding";

/** Far deeper than anyone writes; the renderer's time and stack grow with the square of it. */
const MAX_LEVELS = 50;
/** A run this long of a character that can open something is no prose. */
const MAX_RUN = 500;
const MAX_TABLE_CELLS = 20_000;

/**
 * Refuses Markdown made to hang a renderer, with its line. Only the plain attacks are looked for, in linear time: the
 * renderer has a time limit of its own, so what slips through is shown as plain text.
 */
export function scanNesting(text: string, file: string, firstLine = 1): Finding[] {
  const lines = text.split("\n");
  const found = nestingAt(lines) ?? runAt(lines) ?? tableAt(lines);
  return found ? [refusal(found.rule, file, firstLine + found.index, found.message)] : [];
}

type Hit = { index: number; rule: string; message: string };

function nestingAt(lines: readonly string[]): Hit | null {
  let open: number[] = [];
  for (const [index, line] of lines.entries()) {
    const { levels, indent, isList } = markers(line);
    if (isList) {
      open = [...open.filter((column) => column < indent), indent];
    } else if (indent === 0 && line.trim() !== "") open = [];
    if (levels + Math.max(0, open.length - 1) > MAX_LEVELS)
      return {
        index,
        rule: "markdown-nesting",
        message: `Quotes or lists are nested more than ${MAX_LEVELS} levels deep. Flatten them.`,
      };
  }
  return null;
}

/** Counts the quote and list markers a line starts with; `- - - -` alone is a rule, not a list. */
function markers(line: string): { levels: number; indent: number; isList: boolean } {
  const indent = line.length - line.trimStart().length;
  if (/^[\s*]*$|^[\s-]*$/.test(line)) return { levels: 0, indent, isList: false };
  const marker = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
  let levels = 0;
  let isList = false;
  while (levels <= MAX_LEVELS && marker.test(line)) {
    levels++;
    isList ||= line[marker.lastIndex - 1] !== ">";
  }
  return { levels, indent, isList };
}

function runAt(lines: readonly string[]): Hit | null {
  const index = lines.findIndex((line) => line.length > MAX_RUN && RUN.test(line));
  return index < 0
    ? null
    : { index, rule: "markdown-run", message: `More than ${MAX_RUN} brackets or marks stand in a row. Remove them.` };
}

/** `[[[[`, `![![![`, `((((`, `<<<<` and emphasis marks between other characters; a line of only `***` or `___` is a rule. */
const RUN = new RegExp(
  `(?:!?\\[){${MAX_RUN}}|\\({${MAX_RUN}}|<{${MAX_RUN}}|(?:\\*\\*? ?[a-z]|__? ?[a-z]){${MAX_RUN}}`,
  "i",
);

function tableAt(lines: readonly string[]): Hit | null {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (!line.includes("|") || !line.includes("-") || !/^[\s|:>-]+$/.test(line)) continue;
    const columns = line.split("|").length;
    let rows = 1;
    while (index + rows < lines.length && lines[index + rows]?.trim() !== "") rows++;
    // Renderers fill short rows up, so a narrow file can become a huge table.
    if (columns * rows > MAX_TABLE_CELLS)
      return {
        index,
        rule: "markdown-table",
        message: `This table has ${columns * rows} cells; ${MAX_TABLE_CELLS} are allowed. Put it in a file of its own.`,
      };
    index += rows - 1;
  }
  return null;
}
