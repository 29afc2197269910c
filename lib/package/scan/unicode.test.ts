import { describe, expect, test } from "vitest";
import { scanUnicode } from "./unicode";

const scan = (text: string) => scanUnicode(text, "notes.md");

describe("hidden characters", () => {
  test.each([
    [
      "tag characters",
      `Do it.${[..."ignore"].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join("")}`,
      "hidden-tag-character",
      "U+E0069",
    ],
    [
      "a tag run after a flag that has none",
      "\u{1F3F4}\u{E0067}\u{E0062}\u{E0061}\u{E007F}",
      "hidden-tag-character",
      "U+E0067",
    ],
    ["a right-to-left override", "if (admin\u202E) {", "hidden-bidi-control", "U+202E"],
    ["an isolate", "a\u2066b\u2069", "hidden-bidi-control", "U+2066"],
    ["bytes in variation selectors", `x${"\u{E0101}\uFE01".repeat(10)}`, "hidden-variation-selectors", "U+E0101"],
  ])("%s are refused, shown escaped", (_, text, rule, shown) => {
    const [finding, ...rest] = scan(`first\nsecond ${text}`);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ rule, level: "error", target: "guildhall", line: 2, file: "notes.md" });
    expect(finding?.message).toContain(shown);
    expect(finding?.message).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E01EF}]/u);
  });

  test.each([
    ["a zero-width space", "a\u200Bb"],
    ["a joiner between Latin letters", "pass\u200Dword"],
    ["a byte order mark inside", "a\uFEFFb"],
    ["a soft hyphen", "a\u00ADb"],
    ["a word joiner", "a\u2060b"],
    ["a direction mark in Latin text", "a\u200Fb"],
    ["a Hangul filler", "a\u3164b"],
    ["a stray variation selector", "a\u{E0100}"],
    ["a private-use character", "\uE0B0"],
  ])("%s gets a warning", (_, text) => expect(scan(text)).toMatchObject([{ level: "warning", line: 1 }]));

  test.each([
    ["emoji", "👩‍💻 👨‍👩‍👧‍👦 ❤️ 1️⃣ 🏳️‍🌈 👁️‍🗨️ 🧑🏽‍🚀 🤷🏻‍♀️ ⛹🏿‍♂️ ❤️‍🔥"],
    ["flags of nations", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇩🇪"],
    ["Arabic and Persian", "مرحبا بالعالم می\u200Cخواهم \u200F(مثال)\u200F"],
    ["Hebrew", "שלום \u200Fעולם"],
    ["Hindi", "क्\u200Dष नमस्ते"],
    ["Chinese, Japanese and Korean", "审核协调器 日本語テキスト 葛\u{E0100} 한국어"],
    ["a byte order mark at the start", "\uFEFFtext"],
  ])("%s pass", (_, text) => expect(scan(text)).toEqual([]));

  test("a thousand of a kind make one finding that says how many", () => {
    expect(scan("a\u200Bb\n".repeat(1000))).toMatchObject([
      { line: 1, message: expect.stringContaining("1000 places") },
    ]);
  });
});
