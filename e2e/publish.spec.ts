import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { packArchive } from "@/lib/package/archive";
import { textFile } from "@/lib/package/testing/samples";
import { forgeZip } from "@/lib/package/testing/zip";
import { expect, test } from "./fixtures";

/** A name that no other journey and no earlier run has. */
const fresh = (what: string) => `${what}-${Math.random().toString(36).slice(2, 8)}`;

const skillMd = (name: string, body = "Do it twice.", description = "Tries publishing. Use it in journeys.") =>
  `---\nname: ${name}\ndescription: ${description}\n---\n\n# ${name}\n\n${body}\n`;

type Upload = { name: string; mimeType: string; buffer: Buffer };
const upload = (name: string, bytes: string | Uint8Array): Upload => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(bytes),
});

const check = (page: Page) => page.getByRole("region", { name: "Check" });

async function choose(page: Page, files: Upload | Upload[]): Promise<void> {
  await page.goto("/skills/new");
  await page.getByLabel("Choose a file").setInputFiles(files);
}

/** Says the rest of what a new skill needs, and publishes it. */
async function publish(page: Page, name: string): Promise<void> {
  await expect(check(page)).toContainText(`“${name}” can be published`);
  await page.getByLabel("Category").selectOption({ index: 1 });
  await page.getByLabel("What changed").fill("For the journey.");
  await page.getByRole("button", { name: /^Publish \d/ }).click();
  await page.waitForURL(`/skills/${name}`);
}

test("a skill is written in the form, checked while one types, and published", async ({ as }) => {
  const page = await as("acmeMember");
  const name = fresh("written");
  await page.goto("/skills/new");
  await page.getByText("Write it here").click();
  await page.getByLabel("Name", { exact: true }).fill("Not a Name");
  await page.getByLabel("Description").fill("Tries the form. Use it in journeys.");
  await page.getByLabel("Instructions").fill("Write **well**.");
  await expect(check(page)).toContainText("1 error to correct");
  await expect(check(page).getByRole("listitem").first()).toContainText(/name.*Try `not-a-name`/);
  await expect(page.getByRole("button", { name: /^Publish \d/ })).toHaveCount(0);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await publish(page, name);
  await expect(page.getByText(/^Published .* 1\.0\.0\.$/).first()).toBeVisible();
  const text = page.getByRole("region", { name: "SKILL.md" });
  await expect(text.getByText("well", { exact: true })).toHaveCSS("font-weight", /^[67]\d0$/);
});

test("a SKILL.md, a folder and a zip are each taken as they are dropped or chosen", async ({ as }) => {
  const page = await as("acmeMember");
  const single = fresh("single");
  await page.goto("/skills/new");
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "SKILL.md", { type: "text/markdown" }));
    return data;
  }, skillMd(single));
  await page.getByRole("region", { name: /^Drop a SKILL.md/ }).dispatchEvent("drop", { dataTransfer: transfer });
  await publish(page, single);

  const folder = fresh("folder");
  const at = join(mkdtempSync(join(tmpdir(), "guildhall-journey-")), folder);
  mkdirSync(join(at, "scripts"), { recursive: true });
  writeFileSync(join(at, "SKILL.md"), skillMd(folder));
  writeFileSync(join(at, "scripts", "run.py"), "print('twice')\n");
  await page.goto("/skills/new");
  await page.getByLabel("Choose a folder").setInputFiles(at);
  await publish(page, folder);
  await expect(page.getByRole("complementary").getByRole("link", { name: /^run\.py/ })).toBeVisible();

  const zipped = fresh("zipped");
  const { bytes } = packArchive([
    textFile("SKILL.md", skillMd(zipped)),
    textFile("references/more.md", "# More\n"),
    textFile("scripts/go.sh", "#!/bin/sh\n", true),
  ]);
  await choose(page, upload("anything.zip", bytes));
  await publish(page, zipped);
  await page.getByRole("link", { name: /^go\.sh/ }).click();
  await expect(page.getByText("Executable", { exact: true })).toBeVisible();
});

const TAGGED = [..."hidden"].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("");
// Put together here, so that this file holds nothing that looks like a key.
const KEY = ["ghp", "_", "k3Jx9QmZ2vRtY8wLpN6bHdF4sGcA7eUiO1Tz"].join("");

const REFUSED: [what: string, files: () => Upload | Upload[], finding: RegExp][] = [
  [
    "hidden characters",
    () => upload("SKILL.md", skillMd(fresh("x"), `Safe${TAGGED} text.`)),
    /line 8.*|invisible tag/i,
  ],
  ["reordering characters", () => upload("SKILL.md", skillMd(fresh("x"), "a \u202e b")), /reorders text.*U\+202E/],
  ["a secret", () => upload("SKILL.md", skillMd(fresh("x"), `Use ${KEY}.`)), /GitHub token: ghp_… \(40 characters\)/],
  ["bad YAML", () => upload("SKILL.md", "---\nname: bad-yaml\ndescription: [one\n---\n\nText.\n"), /not valid YAML/],
  ["no front matter", () => upload("SKILL.md", "# Only text\n"), /must start with YAML front matter/],
  ["a name of 65 characters", () => upload("SKILL.md", skillMd("a".repeat(65))), /has 65 characters; 64 are allowed/],
  [
    "a description of 1,025 characters",
    () => upload("SKILL.md", skillMd(fresh("x"), "Text.", "d".repeat(1025))),
    /has 1025 characters; 1024 are allowed/,
  ],
  ["a zip that climbs out", () => upload("a.zip", forgeZip([{ name: "../SKILL.md" }])), /\.\.\/SKILL\.md/],
  ["a zip that is none", () => upload("a.zip", "PK not really"), /zip/i],
  ["a folder without SKILL.md", () => [upload("one.txt", "1"), upload("two.txt", "2")], /SKILL\.md/],
];

for (const [what, files, finding] of REFUSED) {
  test(`${what}: refused before publishing, saying where and why`, async ({ as }) => {
    const page = await as("acmeMember");
    await choose(page, files());
    await expect(check(page)).toContainText(/\d errors? to correct/);
    await expect(check(page).getByRole("listitem").first()).toContainText(finding);
    await expect(check(page)).not.toContainText(KEY);
    await expect(page.getByRole("button", { name: /^Publish \d/ })).toHaveCount(0);
  });
}

test("a finding names the line of the file", async ({ as }) => {
  const page = await as("acmeMember");
  await choose(page, upload("SKILL.md", "---\nname: lined\ndescription: Fine.\nmetadata: { a: b\n---\n\nText.\n"));
  await expect(check(page).getByRole("listitem").first()).toContainText(/SKILL\.md.*line (4|5)/);
});

test("the name of another's skill is not to be had", async ({ as }) => {
  const page = await as("acmeMember");
  await choose(page, upload("SKILL.md", skillMd("code-review")));
  await expect(check(page)).toContainText("Marcus Oyelaran publishes a skill called “code-review” here");
  await expect(page.getByRole("button", { name: /^Publish \d/ })).toHaveCount(0);
});

test("a warning is told and refuses nothing", async ({ as }) => {
  const page = await as("acmeMember");
  const name = fresh("warned");
  const text = skillMd(name).replace("---\n\n", "homepage: here\n---\n\n");
  await choose(page, upload("SKILL.md", text));
  await expect(check(page).getByRole("listitem").filter({ hasText: "`homepage`" }).first()).toContainText("Warning");
  await publish(page, name);
  await expect(page.getByText(/^\d remarks? of the check$/)).toBeVisible();
});

test("from first version to archived and back", async ({ as }) => {
  const page = await as("acmeMember");
  const name = fresh("lifelong");
  await choose(page, upload("SKILL.md", skillMd(name, "First body.")));
  await publish(page, name);

  await test.step("a new version, by editing the text", async () => {
    await page.getByRole("link", { name: "Publish a new version" }).click();
    await page.getByText("Edit it here").click();
    await page.getByLabel("SKILL.md").fill(skillMd(name, "Second body."));
    await expect(check(page)).toContainText("This becomes the version after 1.0.0.");
    await page.getByRole("button", { name: /^1\.0\.1/ }).click();
    await page.getByLabel("What changed").fill("Says it better.");
    await page.getByRole("button", { name: "Publish 1.0.1" }).click();
    await page.waitForURL(`/skills/${name}`);
    await expect(page.getByRole("region", { name: "SKILL.md" })).toContainText("Second body.");
    await page.getByRole("link", { name: "1.0.0", exact: true }).click();
    await expect(page.getByRole("region", { name: "SKILL.md" })).toContainText("First body.");
  });

  await test.step("the same version with other bytes is refused; with the same bytes it is the one that is there", async () => {
    const again = async (body: string) => {
      await page.goto(`/skills/${name}/versions/new`);
      await page.getByLabel("Choose a file").setInputFiles(upload("SKILL.md", skillMd(name, body)));
      await page.getByLabel("Version", { exact: true }).fill("1.0.1");
      await page.getByRole("button", { name: "Publish 1.0.1" }).click();
    };
    await again("Other body.");
    await expect(page.getByRole("main")).toContainText(/1\.0\.1.*(published|taken)/);
    await expect(page).toHaveURL(`/skills/${name}/versions/new`);
    await again("Second body.");
    await page.waitForURL(`/skills/${name}`);
    await expect(page.getByText(/1\.0\.1 was published already/).first()).toBeVisible();
  });

  await test.step("its details are edited", async () => {
    await page.getByRole("link", { name: "Edit details" }).click();
    await page.getByLabel("Title").fill(`Titled ${name}`);
    await page.getByLabel("Tags").fill("Journey, two words, journey");
    await page.getByRole("button", { name: "Save the details" }).click();
    await page.waitForURL(`/skills/${name}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`Titled ${name}`);
    await expect(page.getByRole("list", { name: "Tags" }).getByRole("listitem")).toHaveText(["journey", "two-words"]);
  });

  await test.step("archived, it is gone from the lists and for others; restored, it is back", async () => {
    const other = await as("acmeViewer");
    const found = async () => {
      await other.goto(`/skills?q=${name}`);
      return other.getByRole("link", { name: `Titled ${name}` }).count();
    };
    expect(await found()).toBe(1);
    await page.getByRole("button", { name: "Archive…" }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toHaveCount(0);
    await page.getByRole("button", { name: "Archive…" }).click();
    await dialog.getByRole("button", { name: `Archive Titled ${name}` }).click();
    await expect(page.getByText("This skill is archived")).toBeVisible();
    expect(await found()).toBe(0);
    expect((await other.goto(`/skills/${name}`))?.status()).toBe(404);
    await page.getByRole("button", { name: "Restore" }).click();
    await dialog.getByRole("button", { name: `Restore Titled ${name}` }).click();
    await expect(page.getByText("This skill is archived")).toHaveCount(0);
    expect(await found()).toBe(1);
  });
});

test("somebody else's skill is not one's own to change", async ({ as }) => {
  const page = await as("acmeMember");
  await page.goto("/skills/code-review");
  await expect(page.getByRole("link", { name: "Edit details" })).toHaveCount(0);
  for (const path of ["/skills/code-review/edit", "/skills/code-review/versions/new"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});
