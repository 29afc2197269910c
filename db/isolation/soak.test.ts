import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { skills } from "@/db/schema";
import { randomFrom } from "@/db/seed/random";
import type { MemberContext } from "@/lib/context";
import { someTenant } from "@/lib/services/testing";
import { read } from "@/lib/services/unit";

const TENANTS = 20;
const TRANSACTIONS = 2_000;
const AT_ONCE = 16;
const ABORTED = 0.05;

const random = randomFrom("soak");
afterAll(closeDatabase);

async function foundHalls(): Promise<MemberContext[]> {
  const halls: MemberContext[] = [];
  while (halls.length < TENANTS) {
    const hall = await someTenant();
    const { tenantId, slug, member } = hall;
    const skill = { tenantId, slug: "same-address", name: slug, description: "A skill.", authorId: member.id };
    await read(hall, (tx) => tx.insert(skills).values(skill));
    halls.push(hall);
  }
  return halls;
}

/** One visit: everything that can be seen without a filter, from two statements with a pause between. */
async function visit(hall: MemberContext, abort: number): Promise<string[]> {
  return read(hall, async (tx) => {
    const seen = await tx.select({ tenantId: skills.tenantId, name: skills.name }).from(skills);
    if (abort < ABORTED / 2) throw new Error("on purpose");
    if (abort < ABORTED) await tx.execute(sql`select 1 / 0`);
    const [context] = await tx.execute<{ tenant: string }>(
      sql`select current_setting('app.tenant_id', true) as tenant`,
    );
    return [context?.tenant ?? "", ...seen.map((skill) => skill.tenantId), ...seen.map((skill) => skill.name)];
  });
}

test("of 2,000 transactions of 20 tenants over one pool, one in twenty aborted, none meets another tenant", async () => {
  const halls = await foundHalls();
  const tally = { own: 0, crossed: 0, aborted: 0 };
  let started = 0;
  const work = async () => {
    while (started < TRANSACTIONS) {
      const hall = halls[started++ % TENANTS] as MemberContext;
      const seen = await visit(hall, random()).catch(() => null);
      if (seen === null) tally.aborted += 1;
      else if (seen.join() === [hall.tenantId, hall.tenantId, hall.slug].join()) tally.own += 1;
      else tally.crossed += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(tally.crossed).toBe(0);
  expect(tally.aborted).toBeGreaterThan(TRANSACTIONS * ABORTED * 0.6);
  expect(tally.aborted).toBeLessThan(TRANSACTIONS * ABORTED * 1.4);
  expect(tally.own + tally.aborted).toBe(TRANSACTIONS);
}, 120_000);
