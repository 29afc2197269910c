import { expect, test } from "vitest";
import type { MemberContext } from "@/lib/context";
import { type BrowseInput, parseBrowse, SORTS } from "@/lib/inputs/browse";
import { browseSkills, PAGE_SIZE, RESULTS_A_PAGE } from "./browse";
import { findFrontPage } from "./front-page";
import { saveRating } from "./ratings";
import { archiveSkill } from "./skill-status";
import { CANARY, publish, twoHalls } from "./skill-testing";
import { someone } from "./testing";
import { recordUse } from "./usage";

const browse = (ctx: MemberContext, given: Partial<BrowseInput> = {}) =>
  browseSkills(ctx, { ...parseBrowse({}, "rating"), ...given });
const slugs = (page: { skills: { slug: string }[] }) => page.skills.map((skill) => skill.slug);

/** A hall with so many skills that they need three pages; every third is tagged, every second rated. */
async function bigHall(): Promise<MemberContext> {
  const author = await someone("admin");
  const reader = await someone("member", author);
  for (let index = 0; index < 2 * PAGE_SIZE + 3; index += 1) {
    const name = `skill-${String(index).padStart(2, "0")}`;
    const tags = index % 3 === 0 ? ["third", "all"] : ["all"];
    await publish(author, { name, title: index % 2 ? `a ${name}` : `B ${name}`, body: "Common words.", tags });
    if (index % 4 === 0)
      await saveRating(reader, { slug: name, stars: 1 + (index % 5), comment: "", minutesSaved: null });
    if (index % 5 === 0) await recordUse(reader, { slug: name, version: "1.0.0", kind: "download" });
  }
  return author;
}

test("every order shows every skill once, forwards and back again", async () => {
  const hall = await bigHall();
  for (const sort of SORTS) {
    const filter: Partial<BrowseInput> = sort === "relevance" ? { sort, q: "common words" } : { sort };
    const pages = [await browse(hall, filter)];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next ?? null) {
      pages.push(await browse(hall, { ...filter, cursor: next }));
    }
    const size = sort === "relevance" ? RESULTS_A_PAGE : PAGE_SIZE;
    expect(pages.slice(0, -1).every((page) => page.skills.length === size)).toBe(true);
    expect(new Set(pages.flatMap(slugs)).size).toBe(2 * PAGE_SIZE + 3);
    expect(pages.every((page) => page.total === 2 * PAGE_SIZE + 3)).toBe(true);
    const second = await browse(hall, { ...filter, cursor: pages[2]?.previous ?? null });
    expect(slugs(second)).toEqual(slugs(pages[1] as (typeof pages)[0]));
    const first = await browse(hall, { ...filter, cursor: second.previous });
    expect(slugs(first)).toEqual(slugs(pages[0] as (typeof pages)[0]));
    expect([pages[0]?.previous, pages.at(-1)?.next, first.previous]).toEqual([null, null, null]);
  }
}, 60_000);

test("a page goes on where it was when something is published or withdrawn meanwhile", async () => {
  const hall = await bigHall();
  for (const filter of [{ sort: "name" as const }, { sort: "relevance" as const, q: "common words" }]) {
    const first = await browse(hall, filter);
    const all = [...slugs(first)];
    const before = all.length;
    await archiveSkill(hall, { slug: all.at(-1) ?? "" });
    await publish(hall, { name: `new-${filter.sort}`, title: "a a a", body: "Common words. Common words." });
    for (let next = first.next; next; ) {
      const page = await browse(hall, { ...filter, cursor: next });
      all.push(...slugs(page));
      next = page.next;
    }
    const old = all.filter((slug) => !slug.startsWith("new-"));
    expect(new Set(old).size).toBe(old.length);
    expect(old.length - before).toBeGreaterThanOrEqual(RESULTS_A_PAGE + 1);
  }
}, 60_000);

test("filters narrow and counts tell what they would leave", async () => {
  const author = await someone("admin");
  const other = await someone("member", author);
  await publish(author, { name: "one", tags: ["git", "review"] });
  await publish(author, { name: "two", tags: ["git"] });
  await publish(other, { name: "three", tags: ["review"] });
  const page = await browse(author);
  expect(page).toMatchObject({
    total: 3,
    categories: [{ name: "other", count: 3 }],
    tags: [
      { name: "git", count: 2 },
      { name: "review", count: 2 },
    ],
  });
  expect(slugs(await browse(author, { tags: ["git", "review"] }))).toEqual(["one"]);
  expect(slugs(await browse(author, { author: other.member.id }))).toEqual(["three"]);
  const elsewhere = await browse(author, { category: "None such" });
  expect(elsewhere).toMatchObject({ skills: [], total: 0, tags: [], categories: [{ name: "other", count: 3 }] });
});

test("few ratings lead less than many: the order is by a Bayesian mean", async () => {
  const author = await someone("admin");
  for (const name of ["one-five", "many-fours", "unrated", "one-one"]) await publish(author, { name });
  const rate = (slug: string, stars: number) => async () =>
    saveRating(await someone("member", author), { slug, stars, comment: "", minutesSaved: null });
  for (const save of [
    rate("one-five", 5),
    rate("one-one", 1),
    ...Array.from({ length: 8 }, () => rate("many-fours", 4)),
  ]) {
    await save();
  }
  const page = await browse(author, { sort: "rating" });
  // (17.5 + 32) / 13 = 3.81 · (17.5 + 5) / 6 = 3.75 · 17.5 / 5 = 3.5 · (17.5 + 1) / 6 = 3.08
  expect(slugs(page)).toEqual(["many-fours", "one-five", "unrated", "one-one"]);
  expect(page.skills.map((skill) => skill.ratingMean)).toEqual([4, 5, null, 1]);
});

test("names are in the order of their letters, whatever their case", async () => {
  const author = await someone("admin");
  for (const [name, title] of [
    ["x1", "beta"],
    ["x2", "Alpha"],
    ["x3", "Gamma"],
  ] as const)
    await publish(author, { name, title });
  const page = await browse(author, { sort: "name" });
  expect(page.skills.map((skill) => skill.name)).toEqual(["Alpha", "beta", "Gamma"]);
});

test.each(["", "x", "e30", "../../etc", "A".repeat(5_000), "😀"])(
  "a cursor “%s” is refused with a sentence",
  async (cursor) => {
    const author = await someone("admin");
    await expect(browse(author, { cursor })).rejects.toMatchObject({
      code: "invalid",
      message: "This address continues another list. Start again from the first page.",
    });
  },
);

test("a cursor fits only the hall, the filter and the order that it came from", async () => {
  const hall = await bigHall();
  const { next } = await browse(hall, { sort: "uses" });
  expect(next).not.toBeNull();
  await expect(browse(await someone("admin"), { sort: "uses", cursor: next })).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(browse(hall, { sort: "newest", cursor: next })).rejects.toMatchObject({ code: "invalid" });
  await expect(browse(hall, { sort: "uses", tags: ["all"], cursor: next })).rejects.toMatchObject({ code: "invalid" });
  await expect(browse(hall, { sort: "uses", q: "common", cursor: next })).rejects.toMatchObject({ code: "invalid" });
}, 60_000);

test("the front page has the most used, the best rated and the newest, and leaves out what has none", async () => {
  const author = await someone("admin");
  const reader = await someone("member", author);
  for (const name of ["one", "two", "three"]) await publish(author, { name });
  await recordUse(reader, { slug: "two", version: "1.0.0", kind: "download" });
  await saveRating(reader, { slug: "one", stars: 4, comment: "", minutesSaved: null });
  const page = await findFrontPage(author);
  expect(page).toMatchObject({ total: 3, categories: [{ name: "other", count: 3 }] });
  expect(page.mostUsed.map((skill) => skill.slug)).toEqual(["two"]);
  expect(page.topRated.map((skill) => skill.slug)).toEqual(["one"]);
  expect(page.newest.map((skill) => skill.slug)).toEqual(["three", "two", "one"]);
});

test("the neighbour's skills are neither listed nor counted, on no page and by no filter", async () => {
  const { mine, theirs } = await twoHalls();
  await saveRating(await someone("member", theirs), {
    slug: "code-review",
    stars: 5,
    comment: CANARY,
    minutesSaved: null,
  });
  await publish(mine);
  const answers = [
    await findFrontPage(mine),
    await browse(mine),
    await browse(mine, { tags: [CANARY] }),
    await browse(mine, { author: theirs.member.id }),
    await browse(mine, { q: CANARY, sort: "relevance" }),
    await browse(mine, { q: "code-review", sort: "relevance" }),
  ];
  expect(JSON.stringify(answers)).not.toContain(CANARY);
  expect(answers.map((answer) => answer.total)).toEqual([1, 1, 0, 0, 0, 1]);
});
