import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { MemberContext } from "@/lib/context";
import { type BrowseInput, parseBrowse } from "@/lib/inputs/browse";
import { browseSkills } from "./browse";
import { saveRating } from "./ratings";
import { CANARY, publish, twoHalls } from "./skill-testing";
import { someone } from "./testing";
import { read } from "./unit";

const browse = (ctx: MemberContext, given: Partial<BrowseInput> = {}) =>
  browseSkills(ctx, { ...parseBrowse({}, "name"), ...given });
const slugs = (page: { skills: { slug: string }[] }) => page.skills.map((skill) => skill.slug).sort();

async function hall() {
  const [author, other] = await someone("admin").then(
    async (admin) => [admin, await someone("member", admin)] as const,
  );
  await publish(author, { name: "good-old" });
  await publish(author, { name: "fair-new" });
  await publish(other, { name: "bad-new" });
  await publish(other, { name: "unrated" });
  const rate = async (slug: string, ...stars: number[]) => {
    for (const one of stars)
      await saveRating(await someone("member", author), { slug, stars: one, comment: "", minutesSaved: null });
  };
  await rate("good-old", 4, 5, 3);
  await rate("fair-new", 4, 3, 3);
  await rate("bad-new", 1);
  await read(author, (tx) =>
    tx.execute(sql`update skills set category = case when slug in ('good-old', 'fair-new') then 'a' else 'b' end,
      updated_at = now() - case slug when 'good-old' then interval '60 days' else '0' end
      where tenant_id = ${author.tenantId}`),
  );
  return { author, other };
}

test("ratings and the time of the last change narrow a list", async () => {
  const { author } = await hall();
  expect(slugs(await browse(author, { rating: 4 }))).toEqual(["good-old"]);
  expect(slugs(await browse(author, { rating: 3 }))).toEqual(["fair-new", "good-old"]);
  expect(slugs(await browse(author, { rating: 2 }))).toEqual(["fair-new", "good-old"]);
  expect(slugs(await browse(author, { updated: "month" }))).toEqual(["bad-new", "fair-new", "unrated"]);
  expect(slugs(await browse(author, { updated: "quarter", rating: 4 }))).toEqual(["good-old"]);
});

test("each facet is counted as if nothing were chosen of it, and promises what choosing it gives", async () => {
  const { author, other } = await hall();
  const chosen = { category: "a", rating: 3, updated: "month", author: author.member.id } as const;
  const page = await browse(author, chosen);
  expect(page).toMatchObject({
    total: 1,
    categories: [{ name: "a", count: 1 }],
    ratings: { 4: 0, 3: 1, 2: 1 },
    updated: { week: 1, month: 1, quarter: 2, year: 2 },
    authors: [{ id: author.member.id, count: 1 }],
  });
  const all = await browse(author);
  expect(all).toMatchObject({
    total: 4,
    ratings: { 4: 1, 3: 2, 2: 2 },
    updated: { week: 3, month: 3, quarter: 4, year: 4 },
  });
  expect(all.authors.map(({ id, count }) => [id, count]).sort()).toEqual(
    [
      [author.member.id, 2],
      [other.member.id, 2],
    ].sort(),
  );
  for (const stars of [4, 3, 2] as const)
    expect((await browse(author, { rating: stars })).total).toBe(all.ratings[stars]);
  for (const period of ["week", "month", "quarter", "year"] as const)
    expect((await browse(author, { updated: period })).total).toBe(all.updated[period]);
});

test("whom one has chosen is among the authors, however little they wrote", async () => {
  const { author } = await hall();
  const quiet = await someone("member", author);
  const page = await browse(author, { author: quiet.member.id });
  expect(page.total).toBe(0);
  for (let index = 0; index < 9; index += 1) {
    const one = await someone("member", author);
    await publish(one, { name: `many-${index}` });
    await publish(one, { name: `more-${index}` });
  }
  await publish(quiet, { name: "only-one" });
  const found = (await browse(author, { author: quiet.member.id })).authors;
  expect(found.map(({ id }) => id)).toContain(quiet.member.id);
  expect(found).toHaveLength(8);
}, 30_000);

test("a search is narrowed by tags as well, and counts what they leave", async () => {
  const author = await someone("member");
  await publish(author, { name: "pod-logs", title: "Pod logs", tags: ["cluster", "logs"] });
  await publish(author, { name: "pod-shell", title: "Pod shell", tags: ["cluster"] });
  await publish(author, { name: "else", title: "Else", tags: ["logs"], description: "Does else.", body: "Nothing." });
  const found = { q: "pod", sort: "relevance" as const };
  expect(await browse(author, found)).toMatchObject({
    total: 2,
    tags: [{ name: "cluster", count: 2 }, { name: "logs" }],
  });
  const page = await browse(author, { ...found, tags: ["logs"] });
  expect(slugs(page)).toEqual(["pod-logs"]);
  expect(page).toMatchObject({ total: 1, categories: [{ count: 1 }], authors: [{ count: 1 }] });
  expect(await browse(author, { ...found, tags: ["none"] })).toMatchObject({ total: 0, skills: [], tags: [] });
});

test("the neighbour is in no count", async () => {
  const { mine, theirs } = await twoHalls();
  await saveRating(await someone("member", theirs), { slug: "code-review", stars: 5, comment: "", minutesSaved: null });
  const page = await browse(mine, { author: theirs.member.id });
  expect(page).toMatchObject({
    total: 0,
    authors: [],
    categories: [],
    tags: [],
    ratings: { 4: 0, 3: 0, 2: 0 },
    updated: { week: 0, month: 0, quarter: 0, year: 0 },
  });
  expect(JSON.stringify(page)).not.toContain(CANARY);
});
