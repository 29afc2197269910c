/** One reason why a skill is among the results, as the search gives it. */
export type Reason = {
  /** What was typed. */
  word: string;
  /** What stands in the skill. */
  matched: string;
  field: "name" | "tags" | "description" | "headings" | "text" | "meaning";
  how: "identity" | "exact" | "stem" | "prefix" | "typo" | "meaning";
  points: number;
};

const places: Record<Reason["field"], string> = {
  name: "the name",
  tags: "the tags",
  description: "the description",
  headings: "the headings",
  text: "the text",
  meaning: "the meaning",
};

/** `“reveiw” read as “review”, in the name`. */
export function reasonSentence({ word, matched, field, how }: Reason): string {
  if (how === "identity") return `“${word}” is its name`;
  if (how === "meaning" || field === "meaning") return "It is about much the same";
  const where = `in ${places[field]}`;
  if (how === "typo") return `“${word}” read as “${matched}”, ${where}`;
  if (how === "exact" || word.toLowerCase() === matched.toLowerCase()) return `“${word}” ${where}`;
  if (how === "prefix") return `“${word}” begins “${matched}”, ${where}`;
  return `“${word}” in another form, ${where}`;
}

/** `4.2`; what is less than a tenth is still something. */
export const pointsText = (points: number): string => (points > 0 && points < 0.05 ? "< 0.1" : points.toFixed(1));

/** The words to mark in a result: as they stand there, and as they were typed. */
export function wordsOf(reasons: Reason[]): string[] {
  const said = reasons.filter(({ field, how }) => field !== "meaning" && how !== "meaning");
  return [...new Set(said.flatMap(({ word, matched, how }) => (how === "typo" ? [matched] : [matched, word])))];
}

export const totalPoints = (reasons: Reason[]): number => reasons.reduce((sum, { points }) => sum + points, 0);
