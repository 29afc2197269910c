import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { organisations } from "@/db/seed/organisations";
import { isSeeded, seedOrganisation } from "@/scripts/support/seed-organisation";
import { findFrontPage } from "./front-page";
import { addMember } from "./members";
import { listDemoPeople } from "./sign-in-links";
import { findSkillPage } from "./skill-page";
import { createTenant } from "./tenants";
import { read } from "./unit";
import { recordUse } from "./usage";

const today = new Date();

test.each(organisations)(
  "$name is founded as written, with every counter true and the log whole",
  async (organisation) => {
    const ctx = await seedOrganisation(organisation, { slug: `t${randomBytes(8).toString("hex")}`, today });
    const front = await findFrontPage(ctx);
    expect(front.total).toBe(organisation.skills.length);
    expect(
      front.categories.map((category) => category.name).every((name) => organisation.categories.includes(name)),
    ).toBe(true);
    const [check] = await read(ctx, (tx) =>
      tx.execute<Record<string, number>>(sql`select
      (select count(*)::int from skills s where s.use_count <> (select count(*) from usage_events e where e.skill_id = s.id)) as uses,
      (select count(*)::int from skills s where s.rating_count <> (select count(*) from ratings r where r.skill_id = s.id)) as ratings,
      (select count(*)::int from skills s where s.version_count <> (select count(*) from skill_versions v where v.skill_id = s.id)) as versions,
      (select count(*)::int from usage_events e where e.occurred_at > now() + interval '1 minute') as ahead,
      (select count(*)::int from skill_versions v join skills s on s.id = v.skill_id where v.created_at < s.created_at) as early,
      (select count(*)::int from usage_events) as events,
      coalesce(guildhall.first_broken_audit_row(${ctx.tenantId}), 0)::int as broken`),
    );
    expect(check).toMatchObject({ uses: 0, ratings: 0, versions: 0, ahead: 0, early: 0, broken: 0 });
    expect(check?.events).toBeGreaterThan(500);
    const [skill] = organisation.skills;
    const page = await findSkillPage(ctx, { slug: skill?.folder ?? "", viewerId: null });
    expect(page?.latestVersion).toBe(skill?.versions.at(-1)?.version);
    expect(page?.ratings.rows.length).toBe(Math.min(10, skill?.ratings.length ?? 0));
    const again = { slug: skill?.folder ?? "", version: page?.latestVersion ?? "", kind: "download" as const };
    await recordUse(ctx, again);
    expect(await recordUse(ctx, again)).toEqual({ counted: false });
  },
  120_000,
);

test("a seed that was cut off is finished, without anything twice", async () => {
  const [organisation] = organisations;
  const admin = organisation?.people.find(({ role }) => role === "admin");
  const [other] = organisation?.people.filter((person) => person !== admin) ?? [];
  if (!organisation || !admin || !other) throw new Error("The demo has nobody in it.");
  const slug = `t${randomBytes(8).toString("hex")}`;
  expect(await isSeeded(slug)).toBe(false);
  await addMember(await createTenant({ slug, name: organisation.name, admin }), other);
  expect(await isSeeded(slug)).toBe(false);
  const ctx = await seedOrganisation(organisation, { slug, today });
  expect(await isSeeded(slug)).toBe(true);
  expect((await findFrontPage(ctx)).total).toBe(organisation.skills.length);
  expect(await listDemoPeople(ctx)).toHaveLength(organisation.people.length);
}, 120_000);
