import fc from "fast-check";
import { expect, test } from "vitest";
import { isTenantSlug, readHost } from "./tenant-host";

const tenant = (slug: string) => ({ kind: "tenant", slug });
const unknown = { kind: "unknown" };

test.each([
  ["acme.localhost", tenant("acme")],
  ["acme.localhost:3000", tenant("acme")],
  ["ACME.LocalHost:3000", tenant("acme")],
  ["acme.localhost.", tenant("acme")],
  ["acme.localhost.:3000", tenant("acme")],
  ["localhost:3000", { kind: "apex" }],
  ["www.localhost", { kind: "apex" }],
  ["x.acme.localhost", unknown],
  ["acme.globex.localhost", unknown],
  ["acme.example.com", unknown],
  ["acmelocalhost", unknown],
  ["evil.com#.localhost", unknown],
  ["acme@evil.localhost", unknown],
  ["ac me.localhost", unknown],
  ["acme.localhost:3000:1", unknown],
  ["acme..localhost", unknown],
  ["xn--acm-dma.localhost", unknown],
  ["âcme.localhost", unknown],
  ["-acme.localhost", unknown],
  ["admin.localhost", unknown],
  ["api.localhost", unknown],
  ["127.0.0.1:3000", unknown],
  ["[::1]:3000", unknown],
  ["", unknown],
  [null, unknown],
  [`${"a".repeat(300)}.localhost`, unknown],
])("the host %j means %j", (host, meaning) => {
  expect(readHost(host, "localhost")).toEqual(meaning);
});

test("no host ever names a tenant whose address could not be founded", () => {
  fc.assert(
    fc.property(fc.string(), (label) => {
      const meaning = readHost(`${label}.localhost`, "localhost");
      return meaning.kind !== "tenant" || isTenantSlug(meaning.slug);
    }),
  );
});
