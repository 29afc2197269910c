// Two fifths of what people publish is code between fences. The parser looks at each of its characters several times only to
// hand out the same lines again, so they are set aside and put back afterwards.

const MARK = "guildhall-code-";
const OPENING = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;

/**
 * Takes the lines out of every block whose fence begins its line, and leaves one line with a mark in their place.
 * @param {string} source
 * @returns {{ source: string, codes: string[] } | null} null when there is nothing to set aside, or it cannot be told apart
 */
export function setCodeAside(source) {
  // Other line ends, and the character that is replaced, are the parser's to read.
  if (/[\r\0]/.test(source) || source.includes(MARK)) return null;
  const lines = source.split("\n");
  const kept = [];
  const codes = [];
  for (let at = 0; at < lines.length; at++) {
    kept.push(lines[at]);
    const closing = closingOf(lines[at]);
    if (!closing) continue;
    const from = at + 1;
    while (++at < lines.length && !closing.test(lines[at]));
    // Never closed: all that follows is code.
    if (at >= lines.length) return leaving(kept, codes, lines.slice(from));
    if (at > from) {
      kept.push(MARK + codes.length);
      codes.push(lines.slice(from, at).join("\n"));
    }
    kept.push(lines[at]);
  }
  return leaving(kept, codes, []);
}

function leaving(kept, codes, rest) {
  return codes.length === 0 ? null : { source: [...kept, ...rest].join("\n"), codes };
}

/** What a line looks like that closes the fence of this one; null if this one opens none. */
function closingOf(line) {
  const [, ticks, tildes] = OPENING.exec(line) ?? [];
  const fence = ticks ?? tildes;
  return fence === undefined ? null : new RegExp(`^ {0,3}${fence}${fence[0]}*[ \\t]*$`);
}

/** What stands between two fences was not code after all, as inside of HTML: the source has to be read as it is. */
export class NotCode extends Error {}

/**
 * A plugin that puts the lines back where the parser, too, has seen a block of code.
 * @param {string[]} codes
 */
export function putCodeBack(codes) {
  return (/** @type {import("mdast").Root} */ root) => {
    let count = 0;
    for (const node of root.children) {
      if (count === codes.length || node.type !== "code" || node.value !== MARK + count) continue;
      node.value = codes[count];
      count += 1;
    }
    if (count !== codes.length) throw new NotCode();
  };
}
