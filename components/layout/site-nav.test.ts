import { describe, expect, test } from "vitest";
import { currentEntry } from "./current-entry";
import { siteNavEntries } from "./site-nav";

const labels = (nav: Parameters<typeof siteNavEntries>[0]) => siteNavEntries(nav).map(({ label }) => label);

describe("the header's doors", () => {
  test("a reader sees Browse, a viewer Requests too, a member Publish, an admin all", () => {
    expect(labels({})).toEqual(["Browse"]);
    expect(labels({ requests: true })).toEqual(["Browse", "Requests"]);
    expect(labels({ requests: true, publish: true })).toEqual(["Browse", "Requests", "Publish"]);
    expect(labels({ requests: true, publish: true, admin: true })).toEqual([
      ...["Browse", "Requests", "Publish", "Settings", "Searches", "Audit log"],
    ]);
  });

  test("a visitor who may not look around sees none", () => {
    expect(labels({ browse: false })).toEqual([]);
  });

  test.each([
    ["/skills", "Browse"],
    ["/skills/code-review", "Browse"],
    ["/skills/new", "Publish"],
    ["/admin/audit", "Audit log"],
    ["/admin/searches", "Searches"],
    ["/requests/new", "Requests"],
    ["/skillsets", undefined],
    ["/", undefined],
  ])("at %s the current one is %s", (pathname, label) => {
    expect(currentEntry(siteNavEntries({ requests: true, publish: true, admin: true }), pathname)?.label).toBe(label);
  });
});
