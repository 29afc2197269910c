import type { MemberContext } from "@/lib/context";
import type { Ranked } from "@/lib/search/fuse";
import { COVERAGE_BONUS } from "@/lib/search/score";
import { findSkills, numbersOf, type PreparedSearch, prepareSearch, rankFor } from "@/lib/services/search";
import { findKnown, settled } from "@/lib/services/search-known";
import { read } from "@/lib/services/unit";
import { plainBm25 } from "./baseline";
import type { SearchCorpus } from "./corpus";
import { fillHall, foundHall } from "./hall";
import { type Measures, measure } from "./measures";
import type { BenchSkill } from "./skills";
import { unstemmed, unstemmedQuery } from "./unstemmed";

/** A hall with its documents, by the skills' ids. */
export type FilledHall = { ctx: MemberContext; ids: Map<string, number> };

export type Quality = { baseline: Measures; whole: Measures; without: [ingredient: string, Measures][] };

/** What is left of a search when one ingredient is taken away. */
const WITHOUT: Record<string, (search: PreparedSearch) => PreparedSearch> = {
  "whole names": (search) => ({ ...search, query: { ...search.query, identity: null } }),
  "unfinished words": (search) => ({ ...search, query: { ...search.query, prefix: null } }),
  "typing mistakes": (search) => ({ ...search, query: { ...search.query, keys: [] } }),
  meaning: (search) => ({ ...search, vector: { unavailable: "" } }),
};

/** What is left of a skill, for a hall of its own, when search may not read a part of it. */
const UNREAD: Record<string, (skill: BenchSkill) => BenchSkill> = {
  names: (skill) => ({ ...skill, name: ".", slug: `s-${skill.id}` }),
  headings: (skill) => ({ ...skill, body: skill.body.replace(/^ {0,3}#{1,6}[ \t]+/gm, "") }),
  "the text": (skill) => ({ ...skill, body: "" }),
  descriptions: (skill) => ({ ...skill, description: "." }),
};

/** The four measures of search, of plain BM25 over the same documents, and of search without each of its ingredients. */
export async function measureQuality(
  hall: FilledHall,
  { documents, queries }: SearchCorpus,
  skills: BenchSkill[],
): Promise<Quality> {
  const ask = (change: (search: PreparedSearch, q: string) => PreparedSearch, { ctx, ids } = hall) =>
    measure(queries, async (q) => {
      const prepared = change(await prepareSearch(ctx, q), q);
      const { found } = await read(ctx, (tx) => findSkills(tx, ctx, prepared));
      return found.map(({ id }) => ids.get(id) ?? -1);
    });
  const without: Quality["without"] = [];
  for (const [name, change] of Object.entries(WITHOUT)) without.push([name, await ask(change)]);
  without.push(["ratings and uses", await measure(queries, (q) => reordered(hall, q, { isQualityLeftOut: true }))]);
  without.push(["coverage", await measure(queries, (q) => reordered(hall, q, { change: withoutCoverage }))]);
  const bare = await filled(`without-${without.length}`, skills, unstemmed);
  without.push(["stemming", await ask((search, q) => ({ ...search, query: unstemmedQuery(q) }), bare)]);
  for (const [name, change] of Object.entries(UNREAD)) {
    const unread = await filled(`without-${without.length}`, skills.map(change));
    without.push([name, await ask((search) => search, unread)]);
  }
  const baseline = await measure(queries, plainBm25(documents));
  return { baseline, whole: await ask((search) => search), without };
}

async function filled(
  slug: string,
  skills: BenchSkill[],
  read?: (skill: BenchSkill) => BenchSkill,
): Promise<FilledHall> {
  const ctx = await foundHall(slug);
  return { ctx, ids: await fillHall(ctx, skills, { read }) };
}

type Reorder = { isQualityLeftOut?: boolean; change?: (ranked: Ranked) => Ranked };

/** The same skills in another order. */
async function reordered(
  { ctx, ids }: FilledHall,
  q: string,
  { isQualityLeftOut = false, change = (one) => one }: Reorder,
): Promise<number[]> {
  const prepared = await prepareSearch(ctx, q);
  return read(ctx, async (tx) => {
    const { ranked, weighing } = await rankFor(tx, ctx, prepared);
    const known = await findKnown(tx, ctx, numbersOf(ranked), weighing);
    const alike = isQualityLeftOut ? known.map((one) => ({ ...one, rating: 0, uses: 0 })) : known;
    return settled(ranked.map(change), alike, weighing).map(({ id }) => ids.get(id) ?? -1);
  });
}

/** A skill's score without what it gained for having more of the words. */
function withoutCoverage(ranked: Ranked): Ranked {
  const bonus = 1 + COVERAGE_BONUS * ranked.coverage;
  const reasons = ranked.reasons.map((one) => (isByWords(one) ? { ...one, points: one.points / bonus } : one));
  return { ...ranked, reasons, score: reasons.reduce((sum, { points }) => sum + points, 0) };
}

const isByWords = ({ how }: Ranked["reasons"][number]): boolean => how !== "identity" && how !== "meaning";
