import { readdirSync, readFileSync } from "node:fs";
import { and, type SQL, sql as text } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { tenantTables } from "./catalog";
import { fingerprint } from "./halls";
import { privateDatabase } from "./private-database";
import type { Visit } from "./visit";
import { VISITED_WITHIN, VISITS } from "./visits";
import { makeWorld, type World } from "./worlds";

// Two layers keep halls apart: the filter in every query, and row-level security under it. Each is taken away in turn, and
// what people call must not notice. This is the services' own code with one thing broken in it, not a stand-in for it.
const layers = vi.hoisted(() => ({ filters: true }));
vi.mock("@/lib/services/scope", async (importOriginal) => {
  const original = await importOriginal<typeof import("@/lib/services/scope")>();
  const inTenant: typeof original.inTenant = (ctx, table, ...conditions) =>
    layers.filters ? original.inTenant(ctx, table, ...conditions) : (and(text`true`, ...conditions) as SQL);
  return { ...original, inTenant };
});

let database: Awaited<ReturnType<typeof privateDatabase>>;
let operator: postgres.Sql;
let tables: string[];
beforeAll(async () => {
  database = await privateDatabase({ migrated: true });
  Object.assign(env(), { databaseUrl: database.url });
  operator = postgres(database.url, { max: 1, onnotice: () => {} });
  tables = (await tenantTables(operator)).map(({ name }) => name);
});
afterAll(async () => {
  await closeDatabase();
  await operator.end();
  await database.remove();
});

type Layers = { filters: boolean; policies: boolean };

async function setLayers({ filters, policies }: Layers): Promise<void> {
  layers.filters = filters;
  for (const table of [...tables, "tenants"]) {
    await operator.unsafe(`alter table "${table}" ${policies ? "enable" : "disable"} row level security`);
  }
}

const readable = (value: unknown) =>
  JSON.stringify(value, (_, part) =>
    part?.type === "Buffer" ? Buffer.from(part.data).toString() : part instanceof Uint8Array ? `${part}` : part,
  ) ?? "";

const REFUSALS = ["invalid", "not_found", "unauthenticated"];

const isNothing = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** What is wrong with one call from within `me`, in a sentence; null when nothing is. */
async function leakOf(call: Visit["own"], me: World, them: World, mustFind: boolean): Promise<string | null> {
  const before = await fingerprint(operator, tables, [them.admin.tenantId]);
  let leak: string | null = null;
  try {
    const result = await call(me, them);
    const shown = readable(result);
    if (shown.includes(them.mark)) leak = "shows another hall's words";
    else if (mustFind && !shown.includes(me.mark)) leak = "does not show the hall's own words";
    else if (!mustFind && !isNothing(result)) leak = "finds what is another hall's";
  } catch (error) {
    const refused = error instanceof DomainError && REFUSALS.includes(error.code);
    if (mustFind || !refused) leak = `fails: ${error}`;
    // An address of e-mail that was asked for may be said back.
    else if (error.message.replaceAll(/\S+@hall\.example/g, "").includes(them.mark)) leak = "refuses with their words";
  }
  const after = await fingerprint(operator, tables, [them.admin.tenantId]);
  return JSON.stringify(after) === JSON.stringify(before) ? leak : "changes another hall";
}

/** Visits every service with the layers as given, in two organisations made while both layers stood. */
async function leaks(left: Layers): Promise<string[]> {
  await setLayers({ filters: true, policies: true });
  // The other one first: a query that forgot its filter and takes one row takes the oldest.
  const them = await makeWorld();
  const me = await makeWorld();
  await setLayers(left);
  const found: string[] = [];
  for (const [name, { own, foreign }] of Object.entries(VISITS)) {
    if (foreign) {
      const leak = await leakOf(foreign, me, them, false);
      if (leak) found.push(`${name}, asked for another hall's, ${leak}`);
    }
    const leak = await leakOf(own, me, them, true);
    if (leak) found.push(`${name} ${leak}`);
  }
  return found;
}

describe("what services do for one hall shows and changes nothing of another", () => {
  test("with both layers", async () => {
    expect(await leaks({ filters: true, policies: true })).toEqual([]);
  }, 60_000);

  test("when every filter is forgotten", async () => {
    expect(await leaks({ filters: false, policies: true })).toEqual([]);
  }, 60_000);

  test("when row-level security is off", async () => {
    expect(await leaks({ filters: true, policies: false })).toEqual([]);
  }, 60_000);
});

// Otherwise the three tests above might be blind.
test("with neither layer, nearly every service leaks, and these tests see it", async () => {
  const found = (await leaks({ filters: false, policies: false })).map((leak) => leak.split(/[ ,]/)[0]);
  expect(new Set(found).size).toBeGreaterThan(20);
}, 60_000);

test("every service that takes a context is visited", () => {
  const folder = new URL("../../lib/services/", import.meta.url);
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.includes("test"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
  const verbs = sources.flatMap((source) =>
    [...source.matchAll(/export async function (\w+)\(\s*ctx: (?:Tenant|Member)Context\b/g)].map(
      (match) => match[1] ?? "",
    ),
  );
  const missing = verbs.filter((verb) => !VISITS[verb] && !VISITED_WITHIN.includes(verb));
  expect(missing.map((verb) => `Add a visit for «${verb}» in db/isolation/visits.ts.`)).toEqual([]);
  expect(verbs.length).toBeGreaterThan(20);
});
