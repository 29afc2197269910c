import { posix } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPaths } from "./file";
import { comparePaths, foldPath, pathProblem } from "./path";

describe("a path inside a package", () => {
  test.each([
    "SKILL.md",
    "scripts/run.sh",
    "a/b/c/d/e/f/g/h.md",
    "references/日本語.md",
    "café.md",
    ".env.example",
    "data..csv",
    "console.log",
  ])("may be %j", (path) => expect(pathProblem(path)).toBeNull());

  test.each([
    ["", "path-empty"],
    ["../x", "path-traversal"],
    ["a/../../x", "path-traversal"],
    ["/etc/passwd", "path-absolute"],
    ["C:/x", "path-drive-letter"],
    ["c:x", "path-drive-letter"],
    ["a\\b", "path-backslash"],
    ["a//b", "path-empty-segment"],
    ["./a", "path-empty-segment"],
    ["a/", "path-empty-segment"],
    ["a\u0000b", "path-control-character"],
    ["a\nb", "path-control-character"],
    ["a\u2028b", "path-control-character"],
    ["a\uD800b", "path-control-character"],
    ["cafe\u0301.md", "path-not-nfc"],
    ["a/b/c/d/e/f/g/h/i.md", "path-too-deep"],
    [`${"x".repeat(401)}.md`, "path-too-long"],
    ["nul", "path-reserved-name"],
    ["a/COM1.txt", "path-reserved-name"],
    ["aux .md", "path-reserved-name"],
    ["a/b.", "path-trailing-dot"],
    ["a /b", "path-trailing-dot"],
    ["file:stream", "path-windows-character"],
    ["what?.md", "path-windows-character"],
  ])("%j is refused as %s", (path, rule) => expect(pathProblem(path)?.rule).toBe(rule));

  test("that passes never leaves its folder and is spelled in one way", () => {
    const segment = fc.oneof(
      fc.constantFrom("..", ".", "", "a", "C:", "nul", "b.md", "é", "a\\b"),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 10 }), (segments) => {
        const path = segments.join("/");
        if (pathProblem(path) !== null) return;
        expect(posix.resolve("/root", path)).toBe(`/root/${path}`);
        expect(path.normalize("NFC")).toBe(path);
        expect(path).not.toMatch(/[\\\p{Cc}]/u);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the paths of a package", () => {
  test.each([
    [["a.md", "a.md"], "path-duplicate"],
    [["README.md", "Readme.md"], "path-case-duplicate"],
    [["straße.md", "STRASSE.md"], "path-case-duplicate"],
    [["a", "a/b"], "path-file-and-folder"],
  ])("%j collide", (paths, rule) => expect(checkPaths(paths).map((finding) => finding.rule)).toContain(rule));

  test("that differ are accepted", () => expect(checkPaths(["SKILL.md", "a/SKILL.md", "a/b", "ab"])).toEqual([]));

  test("sort in the same order whatever the locale", () => {
    expect(["b", "a", "B", "ä", "a/b", "a-b"].sort(comparePaths)).toEqual(["B", "a", "a-b", "a/b", "b", "ä"]);
    expect(foldPath("ReadMe.MD")).toBe("readme.md");
  });
});
