/** Is given a run of text without a gap: what it is as one word, and the words inside it (none when it is one word only). */
export type TakeChunk = (whole: string, parts: readonly string[], isCamel: boolean) => void;

/**
 * Is given, before it is cut out, where a run stands that is one word of the letters a to z, capitals or not, and digits:
 * by the units of the text, its beginning and its end. If it gives true, `TakeChunk` is not called for it.
 */
export type TakePlain = (units: Uint16Array, from: number, end: number) => boolean;

// Longer ones are keys, hashes and encoded files: no word of a language, and no name that anybody searches for.
export const LONGEST = 40;
export const NO_PARTS: readonly string[] = [];
