import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFrontMatter } from "./front-matter";

const rulesOf = (text: string) => readFrontMatter(text).findings.map((finding) => `${finding.rule}:${finding.line}`);

describe("front matter", () => {
  test("gives its values, the line of each key and the body without it", () => {
    const read = readFrontMatter("---\nname: a\nmetadata:\n  version: 1.10\n---\n# Body\n");
    expect(read.frontMatter?.record).toEqual({ name: "a", metadata: { version: 1.1 } });
    expect(read.frontMatter?.lines.get("metadata.version")).toBe(4);
    expect(read.frontMatter?.sources.get("metadata.version")).toBe("1.10");
    expect([read.body, read.bodyLine, read.findings]).toEqual(["# Body\n", 6, []]);
  });

  test("may have Windows line ends, and a byte order mark with a warning", () => {
    expect(readFrontMatter("---\r\nname: a\r\n---\r\nText\r\n")).toMatchObject({ body: "Text\n", findings: [] });
    expect(rulesOf("\uFEFF---\nname: a\n---\n")).toEqual(["byte-order-mark:1"]);
  });

  test.each([
    ["# No front matter\n", "front-matter-missing:1"],
    ["", "front-matter-missing:1"],
    ["\n---\nname: a\n---\n", "front-matter-missing:1"],
    ["--- \nname: a\n---\n", "front-matter-missing:1"],
    ["---js\n({name: process.exit(1)})\n---\n", "front-matter-language:1"],
    ["---json\n{}\n---\n", "front-matter-language:1"],
    ["--- yaml\nname: a\n---\n", "front-matter-language:1"],
    ["---\nname: a\n", "front-matter-unclosed:1"],
    ["---\nname: [a\n---\n", "front-matter-yaml:2"],
    ["---\n- a\n- b\n---\n", "front-matter-not-a-map:2"],
    ["---\n---\n", "front-matter-not-a-map:2"],
    ["---\nname: a\nname: b\n---\n", "front-matter-duplicate-key:3"],
    ["---\na: &x 1\nb: *x\n---\n", "front-matter-anchor:2"],
    ["---\nname: a\nb: &x [1]\n---\n", "front-matter-anchor:3"],
    ["---\nname: !!js/function 'x'\n---\n", "front-matter-tag:2"],
    ["---\nname: !!str x\n---\n", "front-matter-tag:2"],
    ["---\n__proto__: {admin: true}\n---\n", "front-matter-key:2"],
    ["---\nmetadata:\n  __proto__: x\n---\n", "front-matter-key:3"],
    ["---\n? [a]\n: b\n---\n", "front-matter-key:2"],
    ['---\nname: "a\\0b"\n---\n', "front-matter-control-character:2"],
    ['---\nname: "\\ud800"\n---\n', "front-matter-control-character:2"],
    [`---\na: ${"[".repeat(30)}${"]".repeat(30)}\n---\n`, "front-matter-too-deep:2"],
    [`---\na: ${"x".repeat(17_000)}\n---\n`, "front-matter-too-large:1"],
  ])("%j is refused as %s", (text, expected) => {
    const read = readFrontMatter(text);
    expect(read.frontMatter).toBeNull();
    expect(read.findings.map((finding) => `${finding.rule}:${finding.line}`)).toContain(expected);
  });

  test("an alias bomb is refused within 200 ms, without expanding", () => {
    const bomb = Array.from(
      { length: 9 },
      (_, n) => `k${n + 1}: &k${n + 1} [${Array(9).fill(n === 0 ? "x" : `*k${n}`)}]`,
    ).join("\n");
    const start = performance.now();
    expect(readFrontMatter(`---\n${bomb}\n---\n`).frontMatter).toBeNull();
    expect(performance.now() - start).toBeLessThan(200);
  });

  test.each([
    ["description: Use when: asked", "Use when: asked"],
    ["description: Works: it's fine\n  and: more", "Works: it's fine and: more"],
    ["description: , starts oddly", ", starts oddly"],
  ])("a value that is not YAML is read as text with a warning: %j", (entry, expected) => {
    const read = readFrontMatter(`---\nname: a\n${entry}\n---\n`);
    expect(read.frontMatter?.record.description).toBe(expected);
    expect(read.findings).toMatchObject([{ rule: "unquoted-value", level: "warning", line: 3 }]);
  });

  test("never throws and never reaches a prototype, whatever it says", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(
        "---",
        "a: b",
        "a: b: c",
        "- x",
        "? y",
        "<<: *a",
        "&a b",
        "__proto__: {x: 1}",
        "a: |",
        "  b",
        "{",
        "]",
        "%YAML 1.2",
        "\t: x",
        "...",
        "'",
        '"',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const read = readFrontMatter(["---", ...lines, "---", "body"].join("\n"));
        expect(read.frontMatter !== null || read.findings.length > 0).toBe(true);
        if (read.frontMatter)
          expect(JSON.parse(JSON.stringify(read.frontMatter.record))).toEqual(read.frontMatter.record);
        expect(({} as { x?: number }).x).toBeUndefined();
      }),
      { numRuns: 1_500 },
    );
  });
});
