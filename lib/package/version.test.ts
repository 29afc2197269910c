import { describe, expect, test } from "vitest";
import { nextVersions, parseVersion } from "./version";

describe("a version", () => {
  test.each(["0.0.1", "1.2.3", "10.20.30", "1.0.0-beta.1"])("may be %s", (text) =>
    expect(parseVersion(text)).toBe(text),
  );

  test.each([
    "",
    "1",
    "1.2",
    "v1.2.3",
    "=1.2.3",
    " 1.2.3",
    "1.2.3 ",
    "01.2.3",
    "1.2.3+build",
    "1.2.3-",
    "1.2.x",
    `1.2.3-${"a".repeat(60)}`,
    "99999999999999999999.0.0",
  ])("may not be %j", (text) => expect(parseVersion(text)).toBeNull());

  test("is followed by the next patch, minor and major", () => {
    expect(nextVersions("1.2.3")).toEqual({ patch: "1.2.4", minor: "1.3.0", major: "2.0.0" });
    expect(nextVersions("2.0.0-rc.1")).toEqual({ patch: "2.0.0", minor: "2.0.0", major: "2.0.0" });
    expect(nextVersions(null)).toEqual({ patch: "0.0.1", minor: "0.1.0", major: "1.0.0" });
  });
});
