import { describe, expect, test } from "vitest";
import { sourceOf, uploadForm } from "./source";

const dropped = (path: string, size = 3) => ({ path, file: new File([new Uint8Array(size)], path) });
const MB = 1024 * 1024;

describe("what was dropped", () => {
  test("one zip is a zip", () => expect(sourceOf([dropped("a.ZIP")])).toMatchObject({ kind: "zip" }));
  test("a zip among others is a file", () =>
    expect(sourceOf([dropped("a.zip"), dropped("SKILL.md")])).toMatchObject({ kind: "files" }));
  test("version control's own files are left out", () => {
    const source = sourceOf([dropped("x/SKILL.md"), dropped("x/.git/config"), dropped("x/.gitignore")]);
    expect(source).toMatchObject({ kind: "files", files: [{ path: "x/SKILL.md" }, { path: "x/.gitignore" }] });
  });
  test.each([
    ["nothing", []],
    ["a folder with version control and nothing else", [dropped("x/.git/config")]],
    ["a zip of 6 MB", [dropped("a.zip", 6 * MB)]],
    ["files of 6 MB", [dropped("a", 3 * MB), dropped("b", 3 * MB)]],
    ["2,001 files", Array.from({ length: 2001 }, (_, at) => dropped(`${at}`, 0))],
  ])("%s is refused with a sentence", (_, files) => expect(sourceOf(files)).toMatch(/\.$/));
});

test("each file is sent right after its path", () => {
  const source = sourceOf([dropped("x/SKILL.md"), dropped("x/a.txt")]);
  if (typeof source === "string") throw new Error(source);
  const form = uploadForm(source);
  expect([...form.keys()]).toEqual(["path", "file", "path", "file"]);
  expect(form.getAll("path")).toEqual(["x/SKILL.md", "x/a.txt"]);
});
