import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { siteSettings } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import type { DomainError } from "@/lib/errors";
import { type ChaosProxy, openChaosProxy } from "../../e2e/chaos-proxy";
import { patiently } from "./deadline";
import { openHall } from "./hall";
import { inTenant } from "./scope";
import { findTenantId } from "./tenants";
import { someTenant } from "./testing";
import { mutate, read } from "./unit";

// A proxy that falls silent and keeps every connection, as a database does whose processes are stopped.
const requests = new AsyncLocalStorage<{ unavailable: boolean }>();
/** As the server runs a request. */
const serve = <T>(work: () => Promise<T>) => requests.run({ unavailable: false }, work);

let proxy: ChaosProxy;
let ctx: MemberContext;

beforeAll(async () => {
  Object.assign(globalThis, { guildhallRequests: requests });
  const address = new URL(process.env.DATABASE_URL ?? "");
  proxy = await openChaosProxy({ host: address.hostname, port: Number(address.port || 5432) });
  Object.assign(address, { hostname: "127.0.0.1", port: String(proxy.port) });
  process.env.DATABASE_URL = address.href;
  ctx = await someTenant();
});
afterEach(() => proxy.restore());
afterAll(async () => {
  await closeDatabase();
  await proxy.close();
});

/** The refusal that the work ended with, and after how many milliseconds. */
async function refused(work: () => Promise<unknown>): Promise<{ code: string; message: string; ms: number }> {
  const since = performance.now();
  const error = (await work().then(
    () => new Error("It was not refused."),
    (reason: unknown) => reason,
  )) as DomainError;
  return { code: error.code, message: error.message, ms: performance.now() - since };
}

const openTheHall = () => openHall(ctx, { sessionId: null });

const rename = (tagline: string, meanwhile = async () => {}) =>
  mutate(ctx, { action: "settings.update", role: "admin" }, async (tx) => {
    await tx.update(siteSettings).set({ tagline }).where(inTenant(ctx, siteSettings));
    await meanwhile();
    await tx.execute(sql`select 1`);
    return { row: null, subject: { type: "settings", id: ctx.tenantId, name: "A test hall" } };
  });

const tagline = async () => (await openTheHall())?.hall.tagline;

test("a database that says nothing is a refusal within five seconds, and works again when it speaks", async () => {
  expect(await serve(openTheHall)).not.toBeNull();
  proxy.freeze();
  const [hall, address] = await Promise.all([
    refused(() => serve(openTheHall)),
    refused(() => serve(() => findTenantId("nobody-has-asked-for-this"))),
  ]);
  for (const refusal of [hall, address]) {
    expect(refusal.code).toBe("unavailable");
    expect(refusal.ms).toBeLessThan(4_500);
  }
  proxy.restore();
  expect(await serve(openTheHall)).not.toBeNull();
});

test("a request that was refused once does not wait a second time", async () => {
  proxy.freeze();
  await serve(async () => {
    await refused(openTheHall);
    expect((await refused(openTheHall)).ms).toBeLessThan(100);
  });
});

test("a write that was refused before it began never happens", async () => {
  await rename("before");
  proxy.freeze();
  let began = false;
  const refusal = await refused(() =>
    serve(() =>
      rename("too late", async () => {
        began = true;
      }),
    ),
  );
  expect(refusal.code).toBe("unavailable");
  proxy.restore();
  expect(await tagline()).toBe("before");
  expect(began).toBe(false);
});

test("a write that falls silent in the middle is refused, and rolled back when the database speaks again", async () => {
  await rename("before");
  const refusal = await refused(() => serve(() => rename("half way", async () => proxy.freeze())));
  expect(refusal).toMatchObject({ code: "unavailable", message: expect.stringContaining("Try again") });
  expect(refusal.ms).toBeLessThan(5_000);
  proxy.restore();
  expect(await tagline()).toBe("before");
});

test("a commit that nobody answers is not called a failure: whether it was saved is unknown", async () => {
  await rename("before");
  const refusal = await refused(() =>
    serve(() =>
      mutate(ctx, { action: "settings.update", role: "admin" }, async (tx) => {
        await tx.update(siteSettings).set({ tagline: "in doubt" }).where(inTenant(ctx, siteSettings));
        proxy.freeze();
        return { row: null, unchanged: true };
      }),
    ),
  );
  expect(refusal).toMatchObject({ code: "unavailable", message: expect.stringContaining("saved or not") });
  proxy.restore();
  await expect.poll(tagline).toBe("in doubt");
});

test("a script waits as long as it takes, and so does a statement that may take longer", async () => {
  const slow = () => read(ctx, (tx) => tx.execute(sql`select 1`));
  proxy.freeze();
  setTimeout(() => proxy.restore(), 4_700);
  await expect(slow()).resolves.toHaveLength(1);
  const walk = () =>
    read(ctx, async (tx) => {
      proxy.freeze();
      setTimeout(() => proxy.restore(), 4_700);
      return tx.execute(sql`select 1`);
    });
  await expect(serve(() => patiently(9_000, walk))).resolves.toHaveLength(1);
});
