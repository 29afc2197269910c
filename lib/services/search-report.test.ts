import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { MemberContext } from "@/lib/context";
import { parseSearchReport } from "@/lib/inputs/search-report";
import { findSearchReport, REPORT_PAGE_SIZE } from "./search-report";
import { someone } from "./testing";
import { tally } from "./unit";

const now = new Date("2026-11-24T12:00:00Z");

type Search = { query: string; daysAgo: number; results?: number; isClose?: boolean; place?: number | null };

/** Puts searches into the past, which no service does. */
async function sought(ctx: MemberContext, searches: Search[]): Promise<void> {
  for (const { query, daysAgo, results = 5, isClose = true, place = null } of searches) {
    await tally(ctx, (tx) =>
      tx.execute(sql`
        insert into search_queries (tenant_id, query, results, is_close, clicked_place, asked_at)
        values (${ctx.tenantId}, ${query}, ${results}, ${isClose}, ${place},
          ${now.toISOString()}::timestamptz - make_interval(days => ${daysAgo}))`),
    );
  }
}

const times = (count: number, search: Search): Search[] => Array.from({ length: count }, () => search);
const report = (ctx: MemberContext, query: Record<string, string> = {}) =>
  findSearchReport(ctx, { ...parseSearchReport(query), now });

test("a hall in which nobody has searched has a whole, empty report", async () => {
  const empty = await report(await someone("admin"));
  expect(empty).toMatchObject({ queries: [], next: null, previous: null });
  expect(empty.now).toEqual({ searches: 0, nothing: 0, distant: 0, clickThrough: null, reciprocalRank: null });
  expect(empty.counts).toEqual({ top: 0, rising: 0, nothing: 0, distant: 0 });
  expect(empty.buckets).toHaveLength(30);
});

test("the figures are of this period, beside those of the one before, and nothing older counts", async () => {
  const admin = await someone("admin");
  await sought(admin, [
    { query: "a", daysAgo: 0, place: 1 },
    { query: "a", daysAgo: 6, place: 4 },
    { query: "b", daysAgo: 3 },
    { query: "c", daysAgo: 3, results: 0 },
    { query: "a", daysAgo: 7, place: 2 },
    { query: "a", daysAgo: 13, isClose: false },
    { query: "a", daysAgo: 14 },
  ]);
  const { now: sum, before, buckets } = await report(admin, { days: "7" });
  expect(sum).toEqual({ searches: 4, nothing: 1, distant: 0, clickThrough: 0.5, reciprocalRank: 0.625 });
  expect(before).toEqual({ searches: 2, nothing: 0, distant: 1, clickThrough: 0.5, reciprocalRank: 0.5 });
  expect(buckets.map(({ searches }) => searches)).toEqual([1, 0, 0, 2, 0, 0, 1]);
  expect(buckets.map(({ from }) => from).at(-1)).toBe("2026-11-24");
});

test("ninety days are shown in thirteen weeks that end today and lose no day", async () => {
  const admin = await someone("admin");
  await sought(
    admin,
    Array.from({ length: 90 }, (_, daysAgo) => ({ query: "a", daysAgo })),
  );
  const { buckets, now: sum } = await report(admin, { days: "90" });
  expect(buckets.map(({ searches }) => searches)).toEqual([6, ...Array(12).fill(7)]);
  expect(sum.searches).toBe(90);
});

test("each list holds what it says, the heaviest first", async () => {
  const admin = await someone("admin");
  await sought(admin, [
    ...times(5, { query: "steady", daysAgo: 1, place: 1 }),
    ...times(5, { query: "steady", daysAgo: 40 }),
    ...times(4, { query: "rising", daysAgo: 2 }),
    { query: "rising", daysAgo: 35 },
    ...times(2, { query: "new but rare", daysAgo: 2, isClose: false }),
    ...times(3, { query: "missing", daysAgo: 2, results: 0, isClose: false }),
    ...times(9, { query: "gone", daysAgo: 45 }),
  ]);
  const named = async (list: string) => (await report(admin, { list })).queries.map(({ query }) => query);
  expect(await named("top")).toEqual(["steady", "rising", "missing", "new but rare"]);
  // Equal rises stand in the order of their words.
  expect(await named("rising")).toEqual(["missing", "rising"]);
  expect(await named("nothing")).toEqual(["missing"]);
  expect(await named("distant")).toEqual(["new but rare"]);
  const { queries, counts } = await report(admin);
  expect(counts).toEqual({ top: 4, rising: 2, nothing: 1, distant: 1 });
  expect(queries[0]).toEqual({ query: "steady", searches: 5, before: 5, nothing: 0, distant: 0, opened: 5 });
});

test("a long list goes on and back without a gap, and its cursor fits no other list and no other hall", async () => {
  const [admin, other] = [await someone("admin"), await someone("admin")];
  const all = Array.from({ length: REPORT_PAGE_SIZE + 5 }, (_, n) => `query ${String(n).padStart(2, "0")}`);
  await sought(
    admin,
    all.flatMap((query, n) => times(n < 3 ? 2 : 1, { query, daysAgo: 1 })),
  );
  const first = await report(admin);
  const second = await report(admin, { cursor: first.next ?? "" });
  expect([...first.queries, ...second.queries].map(({ query }) => query)).toEqual(all);
  expect(second.next).toBeNull();
  const back = await report(admin, { cursor: second.previous ?? "" });
  expect(back).toEqual(first);
  const cursor = first.next ?? "";
  await expect(report(admin, { cursor, list: "nothing" })).rejects.toMatchObject({ code: "invalid" });
  await expect(report(admin, { cursor, days: "7" })).rejects.toMatchObject({ code: "invalid" });
  await expect(report(other, { cursor })).rejects.toMatchObject({ code: "invalid" });
});

test("it is the admins' alone, and shows nothing that a neighbour sought", async () => {
  const [admin, other] = [await someone("admin"), await someone("admin")];
  await sought(other, times(4, { query: "kanarienvogel", daysAgo: 1, results: 0, isClose: false }));
  for (const list of ["top", "rising", "nothing", "distant"]) {
    expect(JSON.stringify(await report(admin, { list }))).not.toContain("kanarienvogel");
  }
  expect((await report(admin)).now.searches).toBe(0);
  for (const role of ["viewer", "member", "reviewer"] as const) {
    await expect(report(await someone(role, admin))).rejects.toMatchObject({ code: "forbidden" });
  }
});
