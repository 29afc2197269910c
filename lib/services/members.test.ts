import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openHall } from "./hall";
import { addMember, changeRole, findMember, removeMember } from "./members";
import { insertSession } from "./sessions";
import { someone, someTenant } from "./testing";
import { mutate, read } from "./unit";

const countAudit = (ctx: { tenantId: string }, action: string) =>
  read(ctx, async (tx) => {
    const [row] = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from audit_logs where action = ${action}`,
    );
    return row?.n;
  });

test("an admin adds a member, whose address is kept in one form", async () => {
  const admin = await someTenant();
  const sam = await addMember(admin, { email: " Sam@Hall.Example ", name: "Sam", role: "member" });
  expect(sam).toMatchObject({ email: "sam@hall.example", role: "member" });
  expect(await findMember(admin, "sam@hall.example")).toEqual(sam);
  expect(await countAudit(admin, "member.add")).toBe(1);
});

test("the same address twice is refused with a sentence and leaves no audit row", async () => {
  const admin = await someTenant();
  await addMember(admin, { email: "sam@hall.example", name: "Sam", role: "member" });
  await expect(addMember(admin, { email: "sam@hall.example", name: "Sam", role: "admin" })).rejects.toMatchObject({
    code: "conflict",
    message: "sam@hall.example is already a member.",
  });
  expect(await countAudit(admin, "member.add")).toBe(1);
});

test.each(["viewer", "member", "reviewer"] as const)(
  "a %s can neither add, promote nor remove anybody",
  async (role) => {
    const admin = await someTenant();
    const asker = await someone(role, admin);
    const { email } = asker.member;
    await expect(addMember(asker, { email: "x@hall.example", name: "X", role: "admin" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(changeRole(asker, { email, role: "admin" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeMember(asker, admin.member.email)).rejects.toMatchObject({ code: "forbidden" });
  },
);

test("the last admin can be neither demoted nor removed, even by two at once", async () => {
  const admin = await someTenant();
  await expect(removeMember(admin, admin.member.email)).rejects.toMatchObject({ code: "conflict" });
  const second = await someone("admin", admin);
  const demotions = await Promise.allSettled([
    changeRole(admin, { email: second.member.email, role: "member" }),
    changeRole(second, { email: admin.member.email, role: "member" }),
  ]);
  expect(demotions.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a removed member's session is nothing on the next request", async () => {
  const admin = await someTenant();
  const sam = await someone("member", admin);
  const sessionId = await mutate(sam, { action: "session.open", role: "viewer" }, async (tx) => {
    const id = await insertSession(tx, sam, "demo");
    return { row: id, subject: { type: "session", id, name: sam.member.name } };
  });
  expect((await openHall(admin, { sessionId }))?.member).toMatchObject({ id: sam.member.id });
  await removeMember(admin, sam.member.email);
  expect((await openHall(admin, { sessionId }))?.member).toBeNull();
});

test("a neighbour's admin finds, promotes and removes nobody here", async () => {
  const [acme, globex] = [await someTenant(), await someTenant()];
  const sam = await addMember(acme, { email: "sam@hall.example", name: "Sam", role: "member" });
  expect(await findMember(globex, sam.email)).toBeNull();
  await expect(changeRole(globex, { email: sam.email, role: "admin" })).rejects.toMatchObject({ code: "not_found" });
  await expect(removeMember(globex, sam.email)).rejects.toMatchObject({ code: "not_found" });
  expect(await addMember(globex, { email: sam.email, name: "Other Sam", role: "viewer" })).toMatchObject({
    role: "viewer",
  });
  expect(await findMember(acme, sam.email)).toEqual(sam);
});
