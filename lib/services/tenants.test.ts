import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { tenants } from "@/db/schema";
import { createTenant, findTenantId } from "./tenants";

const someSlug = () => `t${randomBytes(8).toString("hex")}`;

test("an address that nobody has costs the database nothing when it is asked for again, and is found once somebody has it", async () => {
  const slug = someSlug();
  expect(await findTenantId(slug)).toBeNull();
  // As another process founds it: this one is not told.
  const [tenant] = await database().insert(tenants).values({ slug, name: "Elsewhere" }).returning();
  expect(await findTenantId(slug)).toBeNull();
  await expect.poll(() => findTenantId(slug), { timeout: 5_000 }).toBe(tenant?.id);
});

test("a hall is found at once by the process that founded it", async () => {
  const slug = someSlug();
  expect(await findTenantId(slug)).toBeNull();
  const { tenantId } = await createTenant({ slug, name: "Here", admin: { email: "ada@hall.example", name: "Ada" } });
  expect(await findTenantId(slug)).toBe(tenantId);
});

test("no more than a thousand empty addresses are remembered", async () => {
  const memory = globalThis as typeof globalThis & { guildhallEmptyAddresses?: Map<string, number> };
  for (let asked = 0; asked < 1_050; asked++) await findTenantId(someSlug());
  expect(memory.guildhallEmptyAddresses?.size).toBe(1_000);
});
