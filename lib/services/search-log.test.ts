import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { logSearch, recordClick } from "./search-log";
import { countAudit } from "./skill-testing";
import { someone } from "./testing";
import { read, tally } from "./unit";

const search = { query: "Code  Review", results: 3, isClose: true };

const rowsOf = (ctx: { tenantId: string }) =>
  read(ctx, (tx) =>
    tx.execute<Record<string, unknown>>(sql`
      select id, query, results, is_close, clicked_place from search_queries where tenant_id = ${ctx.tenantId}`),
  );

test("a search is kept in one spelling, without a person and without a row of the audit log", async () => {
  const admin = await someone("admin");
  const before = await countAudit(admin);
  const id = await logSearch(admin, search);
  expect(await rowsOf(admin)).toEqual([{ id, query: "code review", results: 3, is_close: true, clicked_place: null }]);
  expect(await countAudit(admin)).toBe(before);
});

test("what names somebody is not kept", async () => {
  const admin = await someone("admin");
  for (const query of ["priya@acme.example", "0171 234 56 78", " "]) {
    expect(await logSearch(admin, { ...search, query })).toBeNull();
  }
  expect(await rowsOf(admin)).toEqual([]);
});

test("told twice under one id, it is one search", async () => {
  const admin = await someone("admin");
  const id = (await logSearch(admin, search)) ?? "";
  await Promise.all([logSearch(admin, { ...search, id }), logSearch(admin, { ...search, id })]);
  expect(await rowsOf(admin)).toHaveLength(1);
});

test("the first result that is opened counts, and no later one", async () => {
  const admin = await someone("admin");
  const id = (await logSearch(admin, search)) ?? "";
  for (const place of [0, -1, 1.5, Number.NaN, 5_000]) expect(await recordClick(admin, { id, place })).toBe(false);
  expect(await recordClick(admin, { id, place: 2 })).toBe(true);
  expect(await recordClick(admin, { id, place: 1 })).toBe(false);
  expect(await rowsOf(admin)).toMatchObject([{ clicked_place: 2 }]);
});

test("what is older than 400 days goes with the next search; what is younger stays, and another hall's does", async () => {
  const [admin, other] = [await someone("admin"), await someone("admin")];
  for (const hall of [admin, other]) {
    await tally(hall, (tx) =>
      tx.execute(sql`
        insert into search_queries (tenant_id, query, results, asked_at)
        select ${hall.tenantId}, 'from ' || days || ' days ago', 1, now() - make_interval(days => days)
        from unnest(array[401, 399]) as days`),
    );
  }
  await logSearch(admin, search);
  expect((await rowsOf(admin)).map(({ query }) => query).sort()).toEqual(["code review", "from 399 days ago"]);
  expect(await rowsOf(other)).toHaveLength(2);
});

test("a neighbour's search is nobody's to click on or to replace", async () => {
  const [mine, theirs] = [await someone("admin"), await someone("admin")];
  const id = (await logSearch(theirs, search)) ?? "";
  expect(await recordClick(mine, { id, place: 1 })).toBe(false);
  // The same id here is another row.
  await logSearch(mine, { ...search, query: "other words", id });
  expect(await rowsOf(theirs)).toMatchObject([{ query: "code review", clicked_place: null }]);
  expect(await rowsOf(mine)).toMatchObject([{ query: "other words" }]);
});
