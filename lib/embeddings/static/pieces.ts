// How a word that the model has not learned is still understood: by the runs of letters in it.

const SHORTEST = 3;
const LONGEST = 5;
const MOST = 40;

/** A word without accents: people leave them out. Only marks on Latin, Greek and Cyrillic letters go. */
export function plainWord(word: string): string {
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) > 127)
      return word
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .normalize("NFC");
  }
  return word;
}

/**
 * The rows, of `buckets`, of a word's runs of 3 to 5 letters, its ends marked (after fastText, Bojanowski et al. 2017).
 * Two runs may share a row; a word has enough of them for that not to matter.
 */
export function piecesOf(word: string, buckets: number): number[] {
  const marked = `<${word}>`;
  const rows: number[] = [];
  for (let size = SHORTEST; size <= LONGEST; size++) {
    for (let at = 0; at + size <= marked.length && rows.length < MOST; at++)
      rows.push(hash(marked, at, size) % buckets);
  }
  return rows;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, from: number, size: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < from + size; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  // Its lowest bits are the least mixed.
  return (value ^ (value >>> 15)) >>> 0;
}
