import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openHall } from "./hall";
import { removeMember } from "./members";
import { createSignInLink, listDemoPeople, spendSignInLink } from "./sign-in-links";
import { someone, someTenant } from "./testing";
import { mutate, read } from "./unit";

const actions = (ctx: { tenantId: string }) =>
  read(ctx, async (tx) => {
    const rows = await tx.execute<{ action: string }>(sql`select action from audit_logs order by seq`);
    return rows.map(({ action }) => action);
  });

async function linkFor(ctx: Awaited<ReturnType<typeof someTenant>>): Promise<string> {
  const link = await createSignInLink(ctx, { email: ctx.member.email });
  if (!link) throw new Error("No link was made.");
  return link.token;
}

test("a link opens one session, and the log tells both steps", async () => {
  const maya = await someTenant();
  const { sessionId, member } = await spendSignInLink(maya, { token: await linkFor(maya) });
  expect(member.id).toBe(maya.member.id);
  expect((await openHall(maya, { sessionId }))?.member?.id).toBe(maya.member.id);
  expect(await actions(maya)).toEqual(["tenant.create", "link.request", "session.open"]);
});

test("a link spent by ten at once opens exactly one session", async () => {
  const maya = await someTenant();
  const token = await linkFor(maya);
  const spent = await Promise.allSettled(Array.from({ length: 10 }, () => spendSignInLink(maya, { token })));
  expect(spent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await actions(maya)).filter((action) => action === "session.open")).toHaveLength(1);
});

test("a link of one hall is unknown in another, and stays good in its own", async () => {
  const [acme, globex] = [await someTenant(), await someTenant()];
  const token = await linkFor(acme);
  await expect(spendSignInLink(globex, { token })).rejects.toMatchObject({ code: "unauthenticated" });
  expect((await spendSignInLink(acme, { token })).member.id).toBe(acme.member.id);
});

test("a link that is too old is refused like one that never was", async () => {
  const maya = await someTenant();
  const token = await linkFor(maya);
  await mutate(maya, { action: "link.request", role: "viewer" }, async (tx) => {
    await tx.execute(sql`update verification_tokens set expires_at = now() - interval '1 second'`);
    return { row: null, unchanged: true };
  });
  const old = await spendSignInLink(maya, { token }).catch((error: Error) => error.message);
  const never = await spendSignInLink(maya, { token: "never" }).catch((error: Error) => error.message);
  expect(old).toBe(never);
});

test("no link is made for a stranger, for somebody removed, or for a sixth time in a row", async () => {
  const admin = await someTenant();
  const gone = await someone("member", admin);
  await removeMember(admin, gone.member.email);
  expect(await createSignInLink(admin, { email: "stranger@hall.example" })).toBeNull();
  expect(await createSignInLink(admin, { email: gone.member.email })).toBeNull();
  const many = await Promise.all(
    Array.from({ length: 8 }, () => createSignInLink(admin, { email: admin.member.email })),
  );
  expect(many.filter(Boolean)).toHaveLength(5);
});

test("the secret of a link is kept nowhere", async () => {
  const maya = await someTenant();
  const token = await linkFor(maya);
  const kept = await read(maya, (tx) =>
    tx.execute<{ text: string }>(
      sql`select to_jsonb(t)::text as text from verification_tokens t union all select to_jsonb(l)::text from audit_logs l`,
    ),
  );
  expect(kept.length).toBeGreaterThan(1);
  expect(kept.map(({ text }) => text).join()).not.toContain(token);
});

test("a neighbour's people are not offered", async () => {
  const [acme, globex] = [await someTenant(), await someTenant()];
  const sam = await someone("member", acme);
  expect((await listDemoPeople(acme)).map(({ id }) => id)).toEqual([acme.member.id, sam.member.id]);
  expect((await listDemoPeople(globex)).map(({ id }) => id)).toEqual([globex.member.id]);
});
