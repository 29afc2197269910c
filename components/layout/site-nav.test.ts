import { describe, expect, test } from "vitest";
import { currentEntry, siteNavEntries } from "./site-nav";

const labels = (nav: Parameters<typeof siteNavEntries>[0]) => siteNavEntries(nav).map(({ label }) => label);

describe("the header's doors", () => {
  test("a reader sees Browse, a member Publish too, an admin all", () => {
    expect(labels({})).toEqual(["Browse"]);
    expect(labels({ publish: true })).toEqual(["Browse", "Publish"]);
    expect(labels({ publish: true, admin: true })).toEqual(["Browse", "Publish", "Settings", "Audit log"]);
  });

  test("a visitor who may not look around sees none", () => {
    expect(labels({ browse: false })).toEqual([]);
  });

  test.each([
    ["/skills", "Browse"],
    ["/skills/code-review", "Browse"],
    ["/skills/new", "Publish"],
    ["/admin/audit", "Audit log"],
    ["/skillsets", undefined],
    ["/", undefined],
  ])("at %s the current one is %s", (pathname, label) => {
    expect(currentEntry(siteNavEntries({ publish: true, admin: true }), pathname)?.label).toBe(label);
  });
});
