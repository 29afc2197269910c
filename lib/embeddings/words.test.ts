import { describe, expect, test } from "vitest";
import { wordsOf } from "./words";

describe("a text is cut into the words that somebody would search for", () => {
  test.each([
    ["Review the pull request, please.", "review the pull request please"],
    ["C++ and C# on .NET with Node.js", "c++ and c# on .net with node js node.js"],
    ["code-review", "code review codereview"],
    ["snake_case_name", "snake case name snakecasename"],
    ["readHTMLFile", "read html file readhtmlfile"],
    ["GitHub APIs", "git hub github apis"],
    ["The end.Next one", "the end next end.next one"],
    ["ﬁle ＡＢＣ", "file abc"],
    ["Ärger über l’été", "ärger über l été"],
    ["发票处理", "发票 票处 处理"],
    ["スプレッドシート", "スプ プレ レッ ッド ドシ シー ート"],
    ["견적서를 보내기", "견적 적서 서를 보내 내기"],
    ["用 Python 写", "用 python 写"],
    ["כתוב דוח", "כתוב דוח"],
    ["+ # - _ . … 😀", ""],
    ["", ""],
  ])("%s", (text, words) => expect(wordsOf(text).join(" ")).toBe(words));

  test("Thai, which has no gaps, by pairs of characters", () => {
    expect(wordsOf("ใบแจ้งหนี้").slice(0, 2)).toEqual(["ใบ", "บแ"]);
  });

  test("half a character pair is no word, and no error", () => {
    expect(wordsOf("a \ud800 b \udc00")).toEqual(["a", "b"]);
  });

  test.each(["a", "a-", "aB", "a.", ".", "😀", "漢字", "e\u0301", "\u202e", "a_b+#"])(
    "100,000 characters of “%s”",
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      expect(wordsOf(text).every((word) => word.length <= 42)).toBe(true);
    },
  );
});
