import type { MemberContext } from "@/lib/context";
import { identityOf } from "@/lib/search/words";
import { searchSkills } from "@/lib/services/search";
import type { FilledHall } from "./ablation";
import { inLanes } from "./lanes";
import type { BenchSkill } from "./skills";
import { typosOf } from "./typos";

export type Tried = { right: number; all: number /** A few of those that were not. */; wrong: string[] };
export type Names = { exact: Map<string, Tried>; typos: Map<string, Tried> };

type Trial = { kind: string; typed: string; isRight: (slugs: string[]) => boolean };

const LANES = 3;
const SHORTEST = 6;

/** Names and addresses as people write them: that one has to come first. Of several skills with one name each is right. */
const WRITINGS: Record<string, (skill: BenchSkill) => string> = {
  "the address": ({ slug }) => slug,
  "the address in capitals, without hyphens": ({ slug }) => slug.replaceAll("-", "").toUpperCase(),
  "the name": ({ name }) => name,
  "the name in small letters, with hyphens": ({ name }) => name.toLowerCase().replace(/\s+/g, "-"),
};

export async function tryNames(hall: FilledHall, skills: BenchSkill[], every: number): Promise<Names> {
  const chosen = skills.filter((_, index) => index % every === 0);
  const identities = new Map(skills.map(({ slug, name }) => [slug, [identityOf(slug), identityOf(name)]]));
  const isCalled = (slug: string | undefined, typed: string) =>
    identities.get(slug ?? "")?.includes(identityOf(typed)) ?? false;
  const writings = chosen.flatMap((skill) =>
    Object.entries(WRITINGS).flatMap(([kind, write]): Trial[] => {
      const typed = write(skill);
      if (identityOf(typed) === "=") return [];
      return [{ kind, typed, isRight: ([first]) => isCalled(first, typed) }];
    }),
  );
  const slips = chosen.filter(({ slug }) => slug.replace(/[^a-z]/g, "").length >= SHORTEST);
  const mistyped = slips.flatMap(({ slug, id }): Trial[] =>
    typosOf(slug, String(id)).map(({ kind, typed }) => {
      return { kind, typed, isRight: (slugs) => slugs.slice(0, 3).includes(slug) };
    }),
  );
  const slugById = new Map(skills.map(({ id, slug }) => [id, slug]));
  const slugOf = new Map([...hall.ids].map(([skillId, id]) => [skillId, slugById.get(id) ?? ""]));
  return { exact: await tryAll(hall.ctx, slugOf, writings), typos: await tryAll(hall.ctx, slugOf, mistyped) };
}

async function tryAll(ctx: MemberContext, slugOf: Map<string, string>, trials: Trial[]): Promise<Map<string, Tried>> {
  const kinds = new Map<string, Tried>();
  await inLanes(trials, LANES, async ({ kind, typed, isRight }) => {
    const { found } = await searchSkills(ctx, { q: typed });
    const isFound = isRight(found.slice(0, 3).map(({ id }) => slugOf.get(id) ?? ""));
    const tried = kinds.get(kind) ?? { right: 0, all: 0, wrong: [] };
    kinds.set(kind, tried);
    tried.all += 1;
    if (isFound) tried.right += 1;
    else if (tried.wrong.length < 5) tried.wrong.push(typed);
  });
  return kinds;
}
