import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readArchive } from "@/lib/package/archive";
import { expect, test } from "./fixtures";
import { ask, sessionOf } from "./http";
import { seeded } from "./seeded";

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const about = (page: Page) => page.getByRole("complementary", { name: "About this skill" });
const shownSum = async (page: Page) =>
  (await page.getByRole("region", { name: "Install" }).getByRole("code").last().getAttribute("title")) ?? "";

test("a skill's text is rendered, its files are shown as they are, and its versions lead back", async ({ page }) => {
  await page.goto("/skills/code-review");
  const text = page.getByRole("region", { name: "SKILL.md" });
  await expect(text.getByRole("heading", { name: "Motion changes" })).toBeVisible();
  await about(page)
    .getByRole("link", { name: /^motion-checklist\.md/ })
    .click();
  await expect(page).toHaveURL("/skills/code-review/files/references/motion-checklist.md");
  const file = page.getByRole("region", { name: "references/motion-checklist.md" });
  await expect(file).toContainText("## People");
  await page.goBack();

  await about(page).getByRole("link", { name: "1.0.0", exact: true }).click();
  await expect(page).toHaveURL("/skills/code-review?version=1.0.0");
  await expect(page.getByText("You are looking at 1.0.0")).toBeVisible();
  await expect(text.getByRole("heading", { name: "Motion changes" })).toHaveCount(0);
  await expect(about(page).getByRole("link", { name: /^motion-checklist\.md/ })).toHaveCount(0);
  await about(page)
    .getByRole("link", { name: /^SKILL\.md/ })
    .click();
  await expect(page).toHaveURL("/skills/code-review/files/SKILL.md?version=1.0.0");
  await expect(page.getByText("in 1.0.0, SHA-256")).toBeVisible();
});

test("the download is a zip with the SHA-256 that is shown, and the same bytes each time", async ({ page }) => {
  await page.goto("/skills/code-review");
  const sum = await shownSum(page);
  expect(sum).toMatch(/^[0-9a-f]{64}$/);
  const bytes: Buffer[] = [];
  for (let time = 0; time < 2; time++) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /^Download \d/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^code-review-\d+\.\d+\.\d+\.zip$/);
    bytes.push(await readFile(await download.path()));
  }
  expect(bytes.map(sha256)).toEqual([sum, sum]);
  const { files, findings } = await readArchive(new Uint8Array(bytes[0] ?? []));
  expect(findings).toEqual([]);
  expect(files.map((file) => file.path)).toEqual(
    expect.arrayContaining(["SKILL.md", "references/motion-checklist.md"]),
  );
});

test("the install command is copied as it is shown, for each agent", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/skills/code-review");
  const install = page.getByRole("region", { name: "Install" });
  for (const [agent, folder] of [
    ["Claude Code", ".claude/skills"],
    ["Codex and other agents", ".agents/skills"],
  ] as const) {
    await install.getByText(agent, { exact: true }).click();
    await install.getByRole("button", { name: "Copy the command" }).click();
    await expect(install.getByText(`~/${folder}`)).toBeVisible();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(await install.getByText(`~/${folder}`).textContent());
  }
});

test("downloading counts once a person and day, copying counts once more", async ({ as }) => {
  const page = await as("acmeInstalls");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  // A skill of which no other journey counts or makes uses.
  const uses = async () => {
    await page.goto("/skills/spare-parts-forecast");
    const text = await page.getByText(/^([\d,]+ uses?|No uses yet)$/).textContent();
    return Number.parseInt((text ?? "0").replace(/\D/g, "") || "0", 10);
  };
  const before = await uses();
  const take = () =>
    Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^Download \d/ }).click()]);
  await take();
  await expect.poll(uses).toBe(before + 1);
  await take();
  await page.getByRole("button", { name: "Copy the command" }).click();
  await expect.poll(uses).toBe(before + 2);
  await page.getByRole("button", { name: "Copy the command" }).click();
  await take();
  await page.waitForTimeout(500);
  expect(await uses()).toBe(before + 2);
});

test("a rating is given, changed and removed, and the mean and the spread follow", async ({ as }) => {
  const page = await as("acmeRates");
  const slug = "invoice-matching";
  await page.goto(`/skills/${slug}`);
  const ratings = page.getByRole("region", { name: "Ratings" });
  const own = ratings.getByRole("group").filter({ hasText: /Rate this skill|Your rating/ });
  const spread = async () =>
    Promise.all(
      [1, 2, 3, 4, 5].map(async (stars) => {
        const line = new RegExp(`^${stars} stars?\\s*(\\d+)$`);
        const text = await ratings.getByRole("listitem").filter({ hasText: line }).textContent();
        return Number(line.exec(text ?? "")?.[1]);
      }),
    );
  const mean = (given: number[]) =>
    (given.reduce((sum, n, at) => sum + n * (at + 1), 0) / given.reduce((sum, n) => sum + n, 0)).toFixed(1);
  await ratings.getByText(/^(Rate this skill|Your rating)/).click();
  const remove = ratings.getByRole("button", { name: "Remove my rating" });
  if (await remove.isVisible()) {
    await remove.click();
    await expect(ratings.getByText("Rate this skill")).toBeVisible();
    await page.reload();
    await ratings.getByText("Rate this skill").click();
  }
  const before = await spread();
  const plus = (stars: number) => before.map((n, at) => (at === stars - 1 ? n + 1 : n));

  await ratings.getByRole("radio", { name: "2 stars" }).check({ force: true });
  await ratings.getByLabel("What worked, what did not").fill("Half of it worked for me.");
  await ratings.getByLabel("Minutes saved by one use").fill("7");
  await ratings.getByRole("button", { name: "Save my rating" }).click();
  await expect(ratings.getByText("Your rating: 2 stars")).toBeVisible();
  await expect.poll(spread).toEqual(plus(2));
  await expect(ratings.getByText(mean(plus(2)), { exact: true })).toBeVisible();
  await expect(ratings.getByRole("paragraph").filter({ hasText: "Half of it worked for me." })).toBeVisible();
  await expect(ratings.getByText("Saves 7 minutes a use")).toBeVisible();

  await ratings.getByText("Your rating: 2 stars").click();
  await ratings.getByRole("radio", { name: "5 stars" }).check({ force: true });
  await ratings.getByRole("button", { name: "Change my rating" }).click();
  await expect(ratings.getByText("Your rating: 5 stars")).toBeVisible();
  await expect.poll(spread).toEqual(plus(5));
  await expect(ratings.getByText(mean(plus(5)), { exact: true })).toBeVisible();

  await page.reload();
  await ratings.getByText("Your rating: 5 stars").click();
  await ratings.getByRole("button", { name: "Remove my rating" }).click();
  await expect(ratings.getByText("Rate this skill")).toBeVisible();
  await expect.poll(spread).toEqual(before);
  await expect(own).toHaveCount(1);
});

test("one's own skill is not one's own to rate, and viewers do not rate", async ({ as }) => {
  const author = await as("acmeReviewer");
  await author.goto("/skills/code-review");
  await expect(author.getByText("You wrote this skill, so its rating is for others to give.")).toBeVisible();
  const viewer = await as("acmeViewer");
  await viewer.goto("/skills/code-review");
  await expect(viewer.getByText("Members rate skills. An admin can make you one.")).toBeVisible();
  await expect(viewer.getByText("Rate this skill")).toHaveCount(0);
});

test("ratings and versions have pages of their own", async ({ as }) => {
  const page = await as("plentyMember");
  await page.goto("/skills/many-01");
  const opinions = page.getByRole("region", { name: "Ratings" }).getByText(/^Opinion \d+$/);
  const first = await opinions.allTextContents();
  expect(first).toHaveLength(10);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(opinions).toHaveCount(2);
  expect(new Set([...first, ...(await opinions.allTextContents())]).size).toBe(12);

  await page.goto("/skills/many-01");
  await page.getByRole("link", { name: "All 32 versions" }).click();
  await expect(page.getByRole("row")).toHaveCount(31);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.getByRole("link", { name: "1.0.0", exact: true }).click();
  await expect(page.getByText("You are looking at 1.0.0")).toBeVisible();
});

test("what is not there is answered as not there", async () => {
  const cookie = await sessionOf("acme", seeded.acme.member);
  for (const path of [
    "/skills/no-such-skill",
    "/skills/Code-Review",
    "/skills/code-review?version=9.9.9",
    "/skills/code-review?version=%00",
    "/skills/code-review/files/nothing.md",
    "/skills/code-review/files/..%2f..%2fetc%2fpasswd",
    "/skills/code-review/download?version=%00",
    "/skills/code-review/files/SKILL.md?version=%00",
    "/skills/code-review/raw/SKILL.md%0a",
    "/skills/code-review/download?version=9.9.9",
    "/skills/no-such-skill/download",
    "/skills/no-such-skill/versions",
    "/skills/no-such-skill/edit",
    "/people/nobody",
    "/people/00000000-0000-0000-0000-000000000000",
  ]) {
    expect((await ask(path, { headers: { cookie } })).status, path).toBe(404);
  }
});

test("an address that cannot be read is refused, not failed", async () => {
  for (const path of [
    "/skills/%ff",
    "/skills/%E0%A4%A",
    "/%",
    "/skills/%00",
    "/skills/code-review/raw/%00",
    "/people/%00",
  ]) {
    expect((await ask(path)).status, path).toBe(400);
  }
  for (const query of ["ratings=%00", "file=%00", "document=%ff", "version=%"]) {
    expect((await ask(`/skills/code-review?${query}`)).status, query).toBeLessThan(500);
  }
});
