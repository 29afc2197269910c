import { expect, test } from "vitest";
import { saveRatingInput } from "./rating";
import { editSkillInput, tagOf, tagsInput } from "./skill";
import { publishSkillInput } from "./version";

const sentences = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  result.error?.issues.map((issue) => `${String(issue.path[0] ?? "")}: ${issue.message}`) ?? [];

test("a tag has one spelling", () => {
  expect([" Code  Review ", "C++", "c#", "node.js", "Ｇｉｔ", "snake_case"].map(tagOf)).toEqual([
    "code-review",
    "c++",
    "c#",
    "node.js",
    "git",
    "snake-case",
  ]);
  expect(["", "-x", "a,b", "<b>", "x".repeat(33), "a\0b"].map(tagOf)).toEqual([null, null, null, null, null, null]);
});

test("tags are typed with commas; too many or odd ones get a sentence", () => {
  expect(tagsInput.parse(" git, Code Review ,,git")).toEqual(["git", "code-review"]);
  expect(sentences(tagsInput.safeParse("a,<b>"))).toEqual([expect.stringContaining("“<b>” cannot be a tag")]);
  expect(sentences(tagsInput.safeParse("a,b,c,d,e,f,g,h,i,j,k"))).toEqual([": A skill has up to 10 tags."]);
});

const edit = { slug: "a", name: "A", description: "B", category: "other", tags: "" };

test("an edit's text is trimmed, counted in characters and free of what cannot be seen", () => {
  expect(editSkillInput.parse({ ...edit, name: " A ", revision: "1700000000000" })).toMatchObject({
    name: "A",
    revision: 1_700_000_000_000,
  });
  expect(sentences(editSkillInput.safeParse({ ...edit, name: "😀".repeat(120) }))).toEqual([]);
  expect(sentences(editSkillInput.safeParse({ ...edit, name: "😀".repeat(121) }))).toEqual([
    "name: The title has up to 120 characters.",
  ]);
  for (const name of ["a\u202eb", "a\0b", "a\u{e0041}b", "a\ud800"]) {
    expect(sentences(editSkillInput.safeParse({ ...edit, name }))).toEqual([
      "name: The title holds characters that cannot be seen. Remove them.",
    ]);
  }
  expect(editSkillInput.safeParse({ ...edit, extra: "x" }).success).toBe(false);
});

test("a version and its changelog", () => {
  const form = { category: "other", tags: "", version: "1.2.0", changelog: "a\r\nb" };
  expect(publishSkillInput.parse(form)).toMatchObject({ version: "1.2.0", changelog: "a\nb" });
  expect(sentences(publishSkillInput.safeParse({ ...form, version: "1.2" }))).toEqual([
    "version: Give a version like 1.2.0.",
  ]);
});

test.each([
  [{ stars: "6" }, "stars: Choose one to five stars."],
  [{ stars: "" }, "stars: Choose one to five stars."],
  [{ minutesSaved: "1.5" }, "minutesSaved: Give whole minutes, or nothing."],
  [{ minutesSaved: "2401" }, "minutesSaved: Give up to 2400 minutes for one use."],
  [{ comment: "x".repeat(2_001) }, "comment: The comment has up to 2,000 characters."],
])("a rating with %o is told what to give", (given, sentence) => {
  expect(sentences(saveRatingInput.safeParse({ slug: "a", stars: "5", ...given }))).toEqual([sentence]);
});

test("a rating may leave out the comment and the minutes", () => {
  expect(saveRatingInput.parse({ slug: "a", stars: "5" })).toEqual({
    slug: "a",
    stars: 5,
    comment: "",
    minutesSaved: null,
  });
  expect(saveRatingInput.parse({ slug: "a", stars: "5", minutesSaved: "" }).minutesSaved).toBeNull();
});
