import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { tenants } from "@/db/schema";
import { openHall } from "./hall";
import { changeRole } from "./members";
import { closeSession, openDemoSession } from "./sessions";
import { createTenant, findTenantId } from "./tenants";
import { someone, someTenant } from "./testing";

test("a new organisation opens with its settings and nobody signed in", async () => {
  const admin = await someTenant("Acme Robotics");
  expect(await openHall(admin, { sessionId: null })).toMatchObject({
    hall: { tenantId: admin.tenantId, name: "Acme Robotics", access: "members", revision: 1 },
    member: null,
  });
  expect(await findTenantId(admin.slug)).toBe(admin.tenantId);
});

test("a new role is seen by the very next request", async () => {
  const admin = await someTenant();
  const sam = await someone("member", admin);
  const { sessionId } = await openDemoSession(admin, { email: sam.member.email });
  await changeRole(admin, { email: sam.member.email, role: "viewer" });
  expect((await openHall(admin, { sessionId }))?.member?.role).toBe("viewer");
});

test("a session is its own hall's, its own member's to end, and ends for good", async () => {
  const [acme, globex] = [await someTenant(), await someTenant()];
  const { sessionId } = await openDemoSession(acme, { email: acme.member.email });
  expect((await openHall(globex, { sessionId }))?.member).toBeNull();
  await closeSession(globex, { sessionId });
  await closeSession(await someone("member", acme), { sessionId });
  expect((await openHall(acme, { sessionId }))?.member).not.toBeNull();
  await closeSession(acme, { sessionId });
  expect((await openHall(acme, { sessionId }))?.member).toBeNull();
});

test("a suspended organisation has no hall", async () => {
  const admin = await someTenant();
  await database().update(tenants).set({ status: "suspended" }).where(eq(tenants.id, admin.tenantId));
  expect(await openHall(admin, { sessionId: null })).toBeNull();
});

test.each(["admin", "api", "xn--a", "ADMIN", "admin.", "a--b", "", "-a", "a".repeat(33), "acme.evil"])(
  "%j cannot be founded",
  async (slug) => {
    const attempt = createTenant({ slug, name: "X", admin: { email: "x@hall.example", name: "X" } });
    await expect(attempt).rejects.toMatchObject({ code: "invalid" });
  },
);

test("a taken address is refused, and nothing of the second attempt is left", async () => {
  const { slug } = await someTenant();
  const again = createTenant({ slug, name: "Again", admin: { email: "x@hall.example", name: "X" } });
  await expect(again).rejects.toMatchObject({ code: "conflict" });
  expect(await database().$count(tenants, eq(tenants.name, "Again"))).toBe(0);
});
