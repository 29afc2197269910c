import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { findSkillPage } from "./skill-page";
import { countAudit, publish, stateOf, twoHalls } from "./skill-testing";
import { someone } from "./testing";
import { read } from "./unit";
import { recordUse } from "./usage";

const use = (kind: "download" | "install_copy" = "download", version = "1.0.0") => ({
  slug: "code-review",
  version,
  kind,
});

const usesOf = async (ctx: Parameters<typeof findSkillPage>[0]) =>
  (await findSkillPage(ctx, { slug: "code-review", viewerId: null }))?.useCount;

test("a use counts once a person, kind and day, however often it is reported at once", async () => {
  const author = await someone("admin");
  await publish(author);
  const viewer = await someone("viewer", author);
  const reports = await Promise.all(Array.from({ length: 20 }, () => recordUse(viewer, use())));
  expect(reports.filter((report) => report.counted)).toHaveLength(1);
  expect(await recordUse(viewer, use("install_copy"))).toEqual({ counted: true });
  expect(await recordUse(author, use())).toEqual({ counted: true });
  expect(await usesOf(author)).toBe(3);
  expect(await countAudit(author, "usage.record")).toBe(3);
});

test("the next day counts anew", async () => {
  const author = await someone("admin");
  await publish(author);
  await recordUse(author, use());
  // The event is moved to yesterday, as a day's passing would leave it.
  await read(author, (tx) =>
    tx.execute(sql`update usage_events set occurred_at = occurred_at - interval '1 day',
      client_event_id = left(client_event_id, -10) || to_char(now() at time zone 'UTC' - interval '1 day', 'YYYY-MM-DD')`),
  );
  expect(await recordUse(author, use())).toEqual({ counted: true });
  expect(await usesOf(author)).toBe(2);
});

test("a version that is not there is not used", async () => {
  const author = await someone("admin");
  await publish(author);
  await expect(recordUse(author, use("download", "9.9.9"))).rejects.toMatchObject({
    code: "not_found",
    message: "There is no code-review 9.9.9.",
  });
});

test("a use here is none at the neighbour's", async () => {
  const { mine, theirs } = await twoHalls();
  const before = await stateOf(theirs);
  await expect(recordUse(mine, use())).rejects.toMatchObject({ code: "not_found" });
  await publish(mine);
  expect(await recordUse(mine, use())).toEqual({ counted: true });
  expect(await stateOf(theirs)).toBe(before);
  expect(await usesOf(theirs)).toBe(0);
});
