import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { removeRating, saveRating } from "./ratings";
import { findSkillPage } from "./skill-page";
import { archiveSkill } from "./skill-status";
import { CANARY, countAudit, publish, stateOf, twoHalls } from "./skill-testing";
import { someone } from "./testing";
import { read } from "./unit";

const rating = (stars: number, comment = "", minutesSaved: number | null = null) => ({
  slug: "code-review",
  stars,
  comment,
  minutesSaved,
});

async function ratedHall() {
  const author = await someone("admin");
  await publish(author);
  return { author, reader: await someone("member", author) };
}

/** The counters beside the rows that they count. */
async function recount(ctx: { tenantId: string }) {
  return read(ctx, async (tx) => {
    const [row] = await tx.execute<{ rows: number; people: number; sum: number; count: number; counted: number }>(sql`
      select count(*)::int as rows, count(distinct r.user_id)::int as people, sum(r.stars)::int as sum,
        min(s.rating_count)::int as count, min(s.rating_sum)::int as counted
      from skills s join ratings r on r.skill_id = s.id`);
    return row;
  });
}

test("one rating a person: the second replaces the first, the same again changes nothing", async () => {
  const { reader } = await ratedHall();
  expect(await saveRating(reader, rating(2, "Slow."))).toMatchObject({ ratingCount: 1, ratingMean: 2 });
  expect(await saveRating(reader, rating(5, "Fast now.", 30))).toMatchObject({ ratingCount: 1, ratingMean: 5 });
  expect(await saveRating(reader, rating(5, "Fast now.", 30))).toMatchObject({ ratingCount: 1, ratingMean: 5 });
  expect(await countAudit(reader, "rating.save")).toBe(2);
});

test("a removed rating is counted out, and removing it twice changes nothing", async () => {
  const { reader } = await ratedHall();
  await saveRating(reader, rating(4));
  expect(await removeRating(reader, { slug: "code-review" })).toMatchObject({ ratingCount: 0, ratingMean: null });
  expect(await removeRating(reader, { slug: "code-review" })).toMatchObject({ ratingCount: 0 });
  expect(await countAudit(reader, "rating.remove")).toBe(1);
});

test("the log keeps what a rating was and what it became", async () => {
  const { reader } = await ratedHall();
  await saveRating(reader, rating(2, "Slow."));
  await saveRating(reader, rating(5, "Fast."));
  const [last] = await read(reader, (tx) =>
    tx.execute(sql`select before, after from audit_logs where action = 'rating.save' order by seq desc limit 1`),
  );
  expect(last).toMatchObject({ before: { stars: 2, comment: "Slow." }, after: { stars: 5, comment: "Fast." } });
});

test("nobody rates their own skill, a viewer rates none, and an archived one is not there to rate", async () => {
  const { author, reader } = await ratedHall();
  await expect(saveRating(author, rating(5))).rejects.toMatchObject({
    code: "forbidden",
    message: /You wrote this skill/,
  });
  await expect(saveRating(await someone("viewer", author), rating(5))).rejects.toMatchObject({ code: "forbidden" });
  await archiveSkill(author, { slug: "code-review" });
  await expect(saveRating(reader, rating(5))).rejects.toMatchObject({ code: "not_found" });
});

test("three hundred ratings by ten people at once leave ten rows, counted right", async () => {
  const { author } = await ratedHall();
  const people = await Promise.all(Array.from({ length: 10 }, () => someone("member", author)));
  const saves = Array.from({ length: 300 }, (_, index) =>
    saveRating(people[index % 10] ?? author, rating(1 + ((index * 7) % 5), `Take ${index}`)),
  );
  await Promise.all(saves);
  const counts = await recount(author);
  expect(counts).toMatchObject({ rows: 10, people: 10, count: 10 });
  expect(counts?.counted).toBe(counts?.sum);
  const page = await findSkillPage(author, { slug: "code-review", viewerId: null });
  expect(page?.ratingMean).toBe((counts?.sum ?? 0) / 10);
  expect(page?.stars.reduce((sum, count) => sum + count, 0)).toBe(10);
}, 60_000);

test("the neighbour's skill of the same name keeps its own ratings", async () => {
  const { mine, theirs } = await twoHalls();
  const [me, them] = [await someone("member", mine), await someone("member", theirs)];
  await saveRating(them, rating(1, CANARY, 99));
  const before = await stateOf(theirs);
  await expect(saveRating(me, rating(5))).rejects.toMatchObject({ code: "not_found" });
  await publish(mine);
  expect(await saveRating(me, rating(5))).toMatchObject({ ratingCount: 1, ratingMean: 5 });
  const page = await findSkillPage(mine, { slug: "code-review", viewerId: them.member.id });
  expect(JSON.stringify(page)).not.toContain(CANARY);
  expect(page?.myRating).toBeNull();
  await removeRating(me, { slug: "code-review" });
  expect(await stateOf(theirs)).toBe(before);
});
