import { fuse, isAnswer, type Near, type Ranked } from "./fuse";
import { type Answers, type Correction, namedBy, waysOf } from "./matching";
import { meaningShare } from "./meaning";
import type { Query } from "./query";
import { type Sought, scoreSkills } from "./score";

export type Ranking = {
  ranked: Ranked[];
  isClose: boolean;
  corrections: Correction[];
  /** How much meaning decides among them, and of what. */
  meaning: { share: number; typed: string };
};

const MOST = 200;

/** The skills for a query, best first, at most 200. Pure: the same answers give the same ranking. */
export function rankSkills(query: Query, answers: Answers & { near: Near[]; total: number }): Ranking {
  const { sought, corrections } = waysOf(query, answers);
  const { numbers, slipped } = namedBy(query, answers);
  const scored = scoreSkills(withName(sought, slipped), answers.total, MOST);
  const typed = query.words.map((word) => word.surface).join(" ");
  const ranked = fuse(scored, answers.near, new Set(numbers), typed).slice(0, MOST);
  return {
    ranked,
    isClose: isAnswer(ranked[0]),
    corrections: correctionsOf(corrections, slipped, ranked),
    meaning: { share: meaningShare(ranked), typed },
  };
}

/** A whole name with a slip in it is one more word to be found, with the weight of a name that one skill has. */
const withName = (sought: Sought[], slipped: Sought | null): Sought[] => (slipped ? [...sought, slipped] : sought);

/** Only what led somewhere is said. */
function correctionsOf(corrections: Correction[], slipped: Sought | null, ranked: Ranked[]): Correction[] {
  const shown = new Set(ranked.flatMap(({ reasons }) => reasons.map((reason) => reason.word)));
  if (corrections.length === 0 && slipped) {
    return shown.has(slipped.surface) ? [{ typed: slipped.surface, meant: slipped.ways[0]?.word.slice(1) ?? "" }] : [];
  }
  return corrections.filter(({ typed }) => shown.has(typed));
}
