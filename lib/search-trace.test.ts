import { expect, test } from "vitest";
import { openTrace, sealTrace } from "./search-trace";

const [secret, hall] = ["a secret of this test", "3f2b8c1e-5d7a-4c3e-9b1f-2a6d8e4c7b90"];
const search = { query: "  Code  Review", results: 3, isClose: true };
const sealed = sealTrace(secret, hall, search) ?? "";

test("a sealed search opens in its own hall, normalised, with an id of its own", () => {
  expect(openTrace(secret, hall, sealed)).toMatchObject({ query: "code review", results: 3, isClose: true });
  const again = sealTrace(secret, hall, search) ?? "";
  expect(openTrace(secret, hall, again)?.id).not.toBe(openTrace(secret, hall, sealed)?.id);
});

test.each([
  ["another hall", secret, "00000000-0000-4000-8000-000000000000", sealed],
  ["another deployment", "another secret", hall, sealed],
  ["a changed letter", secret, hall, `${sealed.slice(0, -3)}AAA`],
  ["nothing", secret, hall, ""],
  ["no seal at all", secret, hall, "💥 not base64"],
])("%s opens nothing", (_, key, tenantId, text) => {
  expect(openTrace(key, tenantId, text)).toBeNull();
});

test("it opens for a day", () => {
  const made = sealTrace(secret, hall, search, 0) ?? "";
  expect(openTrace(secret, hall, made, 86_000_000)).not.toBeNull();
  expect(openTrace(secret, hall, made, 87_000_000)).toBeNull();
});

test("what the log does not keep is not sealed", () => {
  expect(sealTrace(secret, hall, { ...search, query: "priya@acme.example" })).toBeNull();
});
