import { describe, expect, test } from "vitest";
import { readArchive } from "./archive";
import { clawhubFingerprint, sha256 } from "./digest";
import { refuses } from "./finding";
import { parsePackage } from "./parse";
import { GOOD, samples, skillMd, textFile } from "./testing/samples";

const parse = (text: string, folder = "code-review") => parsePackage([textFile("SKILL.md", text)], folder);
const rulesOf = (text: string, folder?: string) =>
  parse(text, folder).findings.map(({ target, level, rule, line }) => `${target} ${level} ${rule} ${line}`);

describe("a good package", () => {
  test("gives everything the store needs", async () => {
    const text = skillMd(
      "name: code-review\ndescription: Reviews.\nlicense: MIT\ncompatibility: Any\nallowed-tools: Read Bash(git:*)\nmetadata:\n  author: Ada",
    );
    const { skill, findings } = parsePackage(
      [
        textFile("scripts/run.sh", "#!/bin/sh\n", true),
        textFile("SKILL.md", text),
        { path: "a.png", bytes: new Uint8Array([0, 255]), executable: false },
      ],
      "code-review",
    );
    expect(findings.map((finding) => finding.rule)).toEqual(["executable-bit"]);
    expect(skill).toMatchObject({
      name: "code-review",
      title: "Code review",
      description: "Reviews.",
      license: "MIT",
      compatibility: "Any",
      allowedTools: "Read Bash(git:*)",
      metadata: { author: "Ada" },
      folder: "code-review",
      body: "\n# Code review\n\nRead the change twice.\n",
    });
    expect(skill?.files.map((file) => [file.path, file.isText, file.executable])).toEqual([
      ["SKILL.md", true, false],
      ["a.png", false, false],
      ["scripts/run.sh", true, true],
    ]);
    expect(skill?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(skill?.digest).toBe(`sha256:${sha256(skill?.archive.bytes ?? "")}`);
    const again = parsePackage((await readArchive(skill?.archive.bytes ?? new Uint8Array())).files);
    expect(again.skill?.digest).toBe(skill?.digest);
  });

  test("may lie in one wrapping folder, which names it, and may be called skill.md", () => {
    const { skill, findings } = parsePackage([
      textFile("code-review/skill.md", GOOD),
      textFile("code-review/a/b.md", "x"),
      textFile("__MACOSX/x", "x"),
    ]);
    expect(skill).toMatchObject({ folder: "code-review", files: [{ path: "SKILL.md" }, { path: "a/b.md" }] });
    expect(findings.map((finding) => finding.rule)).toEqual(["junk-dropped", "skill-md-lower-case"]);
  });

  test("has its title from the first heading outside code, else from its name", () => {
    const title = (body: string) => parse(skillMd("name: code-review\ndescription: d", body)).skill?.title;
    expect(title("```\n# not this\n```\n# The `real` **one** #\n")).toBe("The real one");
    expect(title("Text.\n")).toBe("Code review");
  });

  test("has the fingerprint ClawHub's client computes", () => {
    const files = [
      { path: "b", sha256: "2" },
      { path: "A", sha256: "1" },
    ];
    expect(clawhubFingerprint(files)).toBe(sha256("A:1\nb:2"));
  });
});

describe("SKILL.md", () => {
  const long = "x".repeat(65);
  test.each([
    ["no front matter", "# Title\n", "agentskills error front-matter-missing 1"],
    ["bad YAML", skillMd("name: code-review\ndescription: [d"), "agentskills error front-matter-yaml 3"],
    ["an alias", skillMd("name: &a code-review\ndescription: *a"), "guildhall error front-matter-anchor 2"],
    ["JavaScript", "---js\n{}\n---\n", "agentskills error front-matter-language 1"],
    ["no description", skillMd("name: code-review"), "agentskills error description-missing 1"],
    ["a blank description", skillMd("name: code-review\ndescription: '  '"), "agentskills error description-missing 3"],
    [
      "a description of 1,025 characters",
      skillMd(`name: code-review\ndescription: ${"d".repeat(1025)}`),
      "agentskills error description-too-long 3",
    ],
    ["a name of 65 characters", skillMd(`name: ${long}\ndescription: d`), "agentskills error name-too-long 2"],
    ["a list for a name", skillMd("name: [a]\ndescription: d"), "agentskills error wrong-type 2"],
    ["a map for a description", skillMd("name: code-review\ndescription: {a: b}"), "agentskills error wrong-type 3"],
    [
      "a compatibility of 501 characters",
      skillMd(`name: code-review\ndescription: d\ncompatibility: ${"c".repeat(501)}`),
      "agentskills error compatibility-too-long 4",
    ],
    [
      "metadata that is text",
      skillMd("name: code-review\ndescription: d\nmetadata: x"),
      "agentskills error metadata-not-a-map 4",
    ],
    ["a hidden bidi control", `${GOOD}\u202E`, "guildhall error hidden-bidi-control 9"],
    [
      "one spelled as an escape",
      skillMd('name: code-review\ndescription: "a\\u202Eb"'),
      "guildhall error hidden-bidi-control null",
    ],
    ["nested quotes", `${GOOD}\n${"> ".repeat(60)}x`, "guildhall error markdown-nesting 10"],
    ["more than 256 KB", GOOD + "x".repeat(256 * 1024), "guildhall error skill-md-too-large null"],
  ])("with %s is refused with its line", (_, text, expected) => {
    expect(parse(text).skill).toBeNull();
    expect(rulesOf(text)).toContain(expected);
  });

  test.each([
    ["a name unlike its folder", "name: other\ndescription: d", "agentskills warning name-folder-mismatch 2"],
    [
      "a display name in a well-named folder",
      "name: Code Review!\ndescription: d",
      "agentskills warning name-taken-from-folder 2",
    ],
    ["no name in a well-named folder", "description: d", "agentskills warning name-taken-from-folder 1"],
    ["an unknown key", "name: code-review\ndescription: d\nversion: 1.0.0", "agentskills warning unknown-key 4"],
    ["a Claude Code key", "name: code-review\ndescription: d\nmodel: opus", "agentskills warning claude-code-key 4"],
    [
      "a Claude Code key, for claude.ai",
      "name: code-review\ndescription: d\nmodel: opus",
      "claude.ai warning unknown-key 4",
    ],
    ["angle brackets", "name: code-review\ndescription: makes <b>", "claude.ai warning description-angle-brackets 3"],
    ["letters beyond ASCII", "name: prüfung\ndescription: d", "npx-skills warning name-not-ascii 2"],
    ["letters that look alike", "name: p\u0430ypal\ndescription: d", "guildhall warning name-mixed-scripts 2"],
    [
      "a hidden mark",
      "name: code-review\ndescription: d\nmetadata:\n  internal: true",
      "npx-skills warning metadata-internal 4",
    ],
    [
      "a number in metadata",
      "name: code-review\ndescription: d\nmetadata:\n  version: 1.10",
      "agentskills warning unquoted-scalar 5",
    ],
    [
      "a long listing",
      `name: code-review\ndescription: ${"d".repeat(1000)}\nwhen_to_use: ${"w".repeat(600)}`,
      "claude-code warning listing-cut 4",
    ],
    [
      "tools as a list",
      "name: code-review\ndescription: d\nallowed-tools: [Read, Bash]",
      "agentskills warning list-for-text 4",
    ],
  ])("with %s gets a warning and passes", (_, frontMatter, expected) => {
    expect(rulesOf(skillMd(frontMatter))).toContain(expected);
    expect(parse(skillMd(frontMatter)).skill).not.toBeNull();
  });

  test.each(["Code Review", "code_review", "-code", "code-", "code--review", "", "a/b", "..", "<script>"])(
    "alone, without a folder, may not be named %j",
    (name) => {
      expect(
        parsePackage([textFile("SKILL.md", skillMd(`name: ${JSON.stringify(name)}\ndescription: d`))]).skill,
      ).toBeNull();
    },
  );

  test("keeps a number as it is written", () => {
    const { skill } = parse(
      skillMd("name: code-review\ndescription: d\nlicense: 1.10\nmetadata:\n  version: 1.10\n  nested: {a: [1]}"),
    );
    expect(skill).toMatchObject({ license: "1.10", metadata: { version: "1.10", nested: '{"a":[1]}' } });
  });

  test("that is not text, or missing, is refused", () => {
    const ruleOf = (files: Parameters<typeof parsePackage>[0]) =>
      parsePackage(files).findings.map((finding) => finding.rule);
    expect(ruleOf([{ path: "SKILL.md", bytes: new Uint8Array([0xff, 0xfe]), executable: false }])).toEqual([
      "skill-md-not-text",
    ]);
    expect(ruleOf([])).toEqual(["skill-md-missing"]);
    expect(ruleOf([textFile("README.md", "x"), textFile("deep/er/SKILL.md", GOOD)])).toEqual(["skill-md-missing"]);
  });
});

describe("the other files", () => {
  test("are searched for hidden characters and credentials, names too", () => {
    const { skill, findings } = parsePackage([
      textFile("SKILL.md", GOOD),
      textFile("a.py", "x = 1 # \u2067"),
      textFile("b\u202E.md", "x"),
      textFile("k.env", `T=${["gh", "p_9fK2mQ7xL4vB8nR3wT6yH1jD5sG0cZpAeUiO"].join("")}`),
    ]);
    expect(skill).toBeNull();
    expect(findings.filter(refuses).map((finding) => [finding.rule, finding.file])).toEqual([
      ["hidden-bidi-control", "a.py"],
      ["hidden-bidi-control", "b\u202E.md"],
      ["secret", "k.env"],
    ]);
  });

  test("may not be too many or too large", () => {
    const many = Array.from({ length: 201 }, (_, n) => textFile(`f${n}`, ""));
    expect(parsePackage([textFile("SKILL.md", GOOD), ...many]).findings.map((finding) => finding.rule)).toContain(
      "too-many-files",
    );
    const large = { path: "big.bin", bytes: new Uint8Array(21 * 1024 * 1024), executable: false };
    expect(parsePackage([textFile("SKILL.md", GOOD), large]).findings.map((finding) => finding.rule)).toContain(
      "package-too-large",
    );
  });
});

test("at least 95 of 100 real skills are accepted, and every refusal says where and why", () => {
  const { isReal, skills } = samples();
  const results = skills.map(({ folder, text }) => parse(text, folder));
  const refused = results.filter((result) => result.skill === null);
  expect(skills.length).toBeGreaterThanOrEqual(isReal ? 2_000 : 300);
  expect(1 - refused.length / skills.length).toBeGreaterThanOrEqual(0.95);
  expect(refused.length).toBeGreaterThan(0);
  for (const result of results) expect(result.findings.some(refuses)).toBe(result.skill === null);
  for (const finding of refused.flatMap((result) => result.findings.filter(refuses)))
    expect(finding).toMatchObject({ file: "SKILL.md", line: expect.any(Number) });
}, 60_000);
