import { describe, expect, test } from "vitest";
import { scanNesting } from "./nesting";

describe("Markdown made to hang a renderer", () => {
  test.each([
    ["quotes", `${"> ".repeat(51)}x`, "markdown-nesting"],
    ["quotes without spaces", `${">".repeat(10_000)}x`, "markdown-nesting"],
    ["lists on one line", `${"- ".repeat(10_000)}x`, "markdown-nesting"],
    ["numbered lists and quotes", `${"1. > ".repeat(30)}x`, "markdown-nesting"],
    [
      "lists by indentation",
      Array.from({ length: 60 }, (_, n) => `${"  ".repeat(n)}- x`).join("\n"),
      "markdown-nesting",
    ],
    ["brackets", "[".repeat(50_000), "markdown-run"],
    ["picture brackets", "![".repeat(5_000), "markdown-run"],
    ["emphasis", "*a".repeat(5_000), "markdown-run"],
    ["a table", `|a${"|b".repeat(500)}|\n|-${"|-".repeat(500)}|\n${"|x\n".repeat(500)}`, "markdown-table"],
  ])("by %s is refused with its line, quickly", (_, attack, rule) => {
    const start = performance.now();
    expect(scanNesting(`# Title\n\n${attack}\n`, "SKILL.md", 5)).toMatchObject([{ rule, level: "error" }]);
    expect(performance.now() - start).toBeLessThan(200);
  });

  test.each([
    ["a long rule", `${"- ".repeat(200)}\n${"* ".repeat(200)}\n${"*".repeat(2_000)}\n${"-".repeat(2_000)}`],
    ["a list of a thousand items", "- item\n".repeat(1_000)],
    ["ten levels of a list", Array.from({ length: 10 }, (_, n) => `${"  ".repeat(n)}- x`).join("\n")],
    ["a table of 300 rows", `| a | b |\n|---|:-:|\n${"| 1 | 2 |\n".repeat(300)}`],
    ["a line of JSON", `\`\`\`\n${JSON.stringify(Array(400).fill([1]))}\n\`\`\``],
  ])("is not %s", (_, text) => expect(scanNesting(text, "SKILL.md")).toEqual([]));

  test("is looked for in linear time, even in 256 KB of near misses", () => {
    const start = performance.now();
    for (const text of [
      "*a ".repeat(87_000),
      "![ ".repeat(87_000),
      "| ".repeat(128_000),
      " ".repeat(256_000),
      "-".repeat(256_000),
      "- \n".repeat(87_000),
    ])
      scanNesting(text, "SKILL.md");
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
