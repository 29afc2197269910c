import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { packArchive } from "@/lib/package/archive";
import { reportLines, summaryLines } from "./support/import-report";
import { candidateInLine, candidatesOf, listSources } from "./support/import-sources";

const root = mkdtempSync(join(tmpdir(), "guildhall-import-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const skillMd = "---\nname: a\ndescription: b\n---\n";

function folder(path: string, files: Record<string, string>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, path, name, ".."), { recursive: true });
    writeFileSync(join(root, path, name), text);
  }
  return join(root, path);
}

async function read(...paths: string[]) {
  const candidates = [];
  for await (const candidate of candidatesOf(await listSources(paths))) candidates.push(candidate);
  return candidates;
}

test("folders are searched for packages and zips; a package is not searched further", async () => {
  const path = folder("tree", {
    "x/a/SKILL.md": skillMd,
    "x/a/sub/SKILL.md": "inner",
    "x/a/.git/config": "no",
    "x/b/readme": "no",
  });
  const zip = packArchive([{ path: "SKILL.md", bytes: Buffer.from(skillMd), executable: false }]).bytes;
  writeFileSync(join(path, "x/c.zip"), zip);
  expect(await read(path)).toMatchObject([
    { where: join(path, "x/a"), folder: "a", files: [{ path: "SKILL.md" }, { path: "sub/SKILL.md" }] },
    { where: join(path, "x/c.zip"), files: [{ path: "SKILL.md" }] },
  ]);
});

test("a link in a package refuses it: it may lead anywhere", async () => {
  const path = folder("linked", { "SKILL.md": skillMd });
  symlinkSync("/etc/passwd", join(path, "notes.txt"));
  expect(await read(path)).toMatchObject([{ unreadable: [{ rule: "link", file: "notes.txt" }] }]);
});

test("a damaged zip is a refusal, not a failure", async () => {
  writeFileSync(join(root, "bad.zip"), "not a zip");
  expect(await read(join(root, "bad.zip"))).toMatchObject([{ unreadable: [{ level: "error" }] }]);
});

test("lines are read packed and unpacked, and counted", async () => {
  const lines = [JSON.stringify({ source: "s", path: "p/a/SKILL.md", skill_md: skillMd }), "", "{broken"].join("\n");
  writeFileSync(join(root, "l.jsonl"), lines);
  writeFileSync(join(root, "l.jsonl.gz"), gzipSync(lines));
  for (const name of ["l.jsonl", "l.jsonl.gz"]) {
    expect(await listSources([join(root, name)])).toMatchObject([{ kind: "lines", count: 2 }]);
    expect(await read(join(root, name))).toMatchObject([
      { where: "s/p/a/SKILL.md", folder: "a" },
      { where: `${join(root, name)}:3`, unreadable: [{ rule: "not-a-skill-line" }] },
    ]);
  }
});

test.each(["null", "[]", '"x"', "{}", '{"path":1,"skill_md":"x"}'])("the line %s is refused", (line) => {
  expect(candidateInLine(line, "f:1")).toMatchObject({ where: "f:1", unreadable: [{ rule: "not-a-skill-line" }] });
});

test("a path that is not there, or holds nothing, is named", async () => {
  await expect(listSources([join(root, "none")])).rejects.toMatchObject({
    code: "not_found",
    message: /none is not there/,
  });
  mkdirSync(join(root, "empty"));
  await expect(listSources([join(root, "empty")])).rejects.toMatchObject({
    code: "invalid",
    message: /holds no skill/,
  });
});

test("the report has one line for each refusal, and the summary counts by rule", () => {
  const refused = [
    { where: "a\tb", line: 2, rule: "name-characters", reason: "No\nthanks." },
    { where: "c", line: null, rule: "name-characters", reason: "No." },
    { where: "d", line: null, rule: "name-taken", reason: "Taken." },
  ];
  expect(reportLines(refused)).toEqual([
    "file\tline\trule\treason",
    "a b\t2\tname-characters\tNo thanks.",
    "c\t\tname-characters\tNo.",
    "d\t\tname-taken\tTaken.",
  ]);
  expect(summaryLines({ published: 0, unchanged: 5, refused }, 1.23)).toEqual([
    "0 published, 5 unchanged, 3 refused, in 1.2 s. Nothing was changed.",
    "       2  name-characters",
    "       1  name-taken",
  ]);
});
