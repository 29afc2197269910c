import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import type { MemberContext } from "@/lib/context";
import { env } from "@/lib/env";
import { parseBrowse } from "@/lib/inputs/browse";
import { countOnTheWire, type WireCounter } from "@/scripts/bench/wire-count";
import { browseSkills } from "./browse";
import { askForSkill } from "./request-ask";
import { listAnswerable } from "./request-close";
import { findRequest, listRequests } from "./requests";
import { findSearchReport } from "./search-report";
import { publish } from "./skill-testing";
import { suggest } from "./suggest";
import { someTenant } from "./testing";

// A page has six statements: the guard's two, the step down into the role, which goes along with the first one, and these.
let wire: WireCounter;
let admin: MemberContext;
let id: string;

beforeAll(async () => {
  const { databaseUrl } = env();
  await closeDatabase();
  wire = await countOnTheWire(databaseUrl);
  Object.assign(env(), { databaseUrl: wire.url });
  admin = await someTenant();
  await publish(admin);
  // Which embedder a hall has is asked once in five seconds.
  await browseSkills(admin, parseBrowse({ q: "code" }, "rating"));
  ({ id } = await askForSkill(admin, { title: "Code review", detail: "" }));
});
afterAll(async () => {
  await closeDatabase();
  await wire.close();
});

test.each<[what: string, most: number, ask: () => Promise<unknown>]>([
  ["a page of a search", 3, () => browseSkills(admin, parseBrowse({ q: "code reviw", tag: "x" }, "rating"))],
  ["suggestions", 4, () => suggest(admin, { typed: "code re" })],
  ["the search report", 3, () => findSearchReport(admin, { days: 90, list: "rising", cursor: null })],
  ["the list of requests", 2, () => listRequests(admin, { state: "open", viewerId: admin.member.id, cursor: null })],
  ["one request", 1, () => findRequest(admin, { id, viewerId: admin.member.id })],
  ["the requests that a skill answers", 2, () => listAnswerable(admin, { slug: "code-review" })],
])("%s takes %i statements", async (_, most, ask) => {
  wire.take();
  await ask();
  const texts = wire.texts.filter((text) => !/^\s*(begin|commit|rollback)\b|set_config/i.test(text));
  expect(texts).toHaveLength(most);
});
