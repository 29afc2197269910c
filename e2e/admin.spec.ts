import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, hall, test } from "./fixtures";
import { ask } from "./http";
import { port } from "./place";

// They change what every page of the hall shows: one after another, in a hall that no other journey reads.
test.describe.configure({ mode: "serial" });

const save = async (page: Page) => {
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByText("Saved the settings.").first()).toBeVisible();
};

test("a saved setting shows at once on every page of the hall, and on none of another's", async ({ as }) => {
  const admin = await as("moodyAdmin");
  const reader = await as("moodyViewer");
  await reader.goto("/");
  await admin.goto("/admin/settings");
  await admin.getByLabel("Organisation’s name").fill("Loud Hall");
  await admin.getByRole("textbox", { name: "Tagline" }).fill("Heard by everybody");
  await admin.getByLabel("Usual order of skills").selectOption({ label: "Name" });
  await save(admin);
  for (const path of ["/", "/skills", "/skills/only-here", "/account", "/login?x=1", "/nothing"]) {
    await reader.goto(path);
    await expect(reader.getByRole("banner").getByRole("link", { name: "Loud Hall" })).toBeVisible();
    await expect(reader.getByRole("contentinfo")).toContainText("Heard by everybody");
    expect(await reader.title()).toContain("Loud Hall");
  }
  const globex = await as("globexMember");
  for (const path of ["/", "/skills", "/account"]) {
    await globex.goto(path);
    await expect(globex.locator("body")).not.toContainText(/Loud Hall|Heard by everybody/);
  }
});

test("a stale save is refused, shows both values and loses nothing that was typed", async ({ as }) => {
  const [one, other] = [await as("moodyAdmin"), await as("moodyAdmin")];
  await one.goto("/admin/settings");
  await other.goto("/admin/settings");
  await one.getByRole("textbox", { name: "Tagline" }).fill("Saved by the first");
  await save(one);
  await other.getByRole("textbox", { name: "Tagline" }).fill("Typed by the second");
  await other.getByLabel("Organisation’s name").fill("Second Hall");
  await other.getByRole("button", { name: "Save the settings" }).click();
  await expect(other.getByRole("main")).toContainText("Saved by the first");
  await expect(other.getByRole("textbox", { name: "Tagline" })).toHaveValue("Typed by the second");
  await expect(other.getByLabel("Organisation’s name")).toHaveValue("Second Hall");
  await one.reload();
  await expect(one.getByRole("textbox", { name: "Tagline" })).toHaveValue("Saved by the first");
});

test("a category is added, renamed and removed, and publishing offers what there is", async ({ as }) => {
  const admin = await as("moodyAdmin");
  await admin.goto("/admin/settings");
  await admin.getByRole("button", { name: "Add a category" }).click();
  await admin
    .getByLabel(/^Name of category/)
    .last()
    .fill("Quiet work");
  await save(admin);
  await admin.reload();
  await expect(admin.getByLabel(/^Name of category/).last()).toHaveValue("Quiet work");
  // The form's script comes late: what is pressed before it counts, in its order.
  await admin.waitForLoadState("networkidle");
  await admin.route("**/_next/static/**/*.js", async (route) => {
    await new Promise((wait) => setTimeout(wait, 700));
    await route.continue();
  });
  await admin.getByRole("button", { name: "Remove Quiet work" }).click();
  await save(admin);
  await admin.reload();
  await expect(admin.getByRole("button", { name: "Remove Quiet work" })).toHaveCount(0);
});

test("public reading opens the hall to visitors only after a second yes, and closes it again", async ({ as, page }) => {
  const admin = await as("moodyAdmin");
  await admin.goto("/admin/settings");
  const access = admin.getByRole("radiogroup", { name: "Who may look around" });
  await access.getByRole("radio").last().check();
  await admin.getByRole("button", { name: "Save the settings" }).click();
  await page.goto(`${hall("moody")}/skills/only-here`);
  await expect(page).toHaveURL(/\/login/);
  await admin.getByRole("checkbox", { name: "Open the hall to everybody" }).check();
  await save(admin);
  await page.goto(`${hall("moody")}/skills/only-here`);
  await expect(page.getByRole("region", { name: "SKILL.md" })).toContainText("Nobody else knows this.");
  await admin.reload();
  await access.getByRole("radio").first().check();
  await save(admin);
  await page.reload();
  await expect(page).toHaveURL(/\/login/);
});

test("a logo is taken as PNG and shown in the header; an SVG is refused with a sentence", async ({ as }) => {
  const admin = await as("moodyAdmin");
  await admin.goto("/admin/settings");
  const logo = admin.getByRole("region", { name: "Logo" });
  const choose = logo.locator('input[type="file"]').first();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  await choose.setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: svg });
  await expect(logo.getByRole("alert").first()).toContainText(/PNG/);
  const png = await sharp({ create: { width: 90, height: 40, channels: 4, background: "#2060a0" } })
    .png()
    .toBuffer();
  await choose.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: png });
  const shown = admin.getByRole("banner").getByRole("link", { name: /Hall/ }).locator("img");
  await expect(shown).toHaveAttribute("src", /^\/logo\?v=[0-9a-f]{16}$/);
  const src = (await shown.getAttribute("src")) ?? "";
  const answer = await ask(src, { host: `moody.localhost:${port}` });
  expect((await sharp(answer.bytes).metadata()).format).toBe("webp");
});

test("the log tells all of it in sentences, filters, turns its pages and is intact", async ({ as }) => {
  const admin = await as("moodyAdmin");
  await admin.goto("/admin/audit");
  const log = admin.getByRole("list", { name: "Log, newest first" });
  await expect(log.getByRole("listitem").first()).toContainText(/Ada of Moody Hall/);
  await admin.getByLabel("Action").selectOption({ label: "Settings: update" });
  await admin.getByRole("button", { name: "Filter the log" }).click();
  await expect(admin).toHaveURL(/action=settings\.update/);
  await expect(log.getByRole("listitem")).not.toHaveCount(0);
  const change = log.getByRole("listitem").filter({ hasText: "Loud Hall" });
  await log.getByRole("listitem").last().getByRole("group").locator("summary").click();
  await expect(log).toContainText("Heard by everybody");
  await expect(change.or(log).first()).toBeVisible();
  await admin.getByRole("link", { name: "Show all" }).click();
  await expect(admin).toHaveURL("/admin/audit");
  await admin.getByRole("button", { name: "Verify the log" }).click();
  await expect(admin.getByRole("status").filter({ hasText: /^All [\d,]+ rows fit/ })).toBeVisible();

  const plenty = await as("plentyAdmin");
  await plenty.goto("/admin/audit");
  const first = await plenty
    .getByRole("list", { name: "Log, newest first" })
    .getByRole("listitem")
    .first()
    .textContent();
  await plenty.getByRole("link", { name: "Next" }).click();
  await expect(plenty).toHaveURL(/cursor=/);
  const rows = plenty.getByRole("list", { name: "Log, newest first" }).getByRole("listitem");
  await expect(rows.first()).not.toHaveText(first ?? "");
  await plenty.getByRole("link", { name: "Previous" }).click();
  await expect(plenty.getByRole("link", { name: "Previous" })).toHaveCount(0);
});

test("to those who are no admins, these rooms are like an address that does not exist", async ({ as }) => {
  for (const person of ["acmeViewer", "acmeMember", "acmeReviewer"] as const) {
    const page = await as(person);
    const seen = async (path: string) => {
      const status = (await page.goto(path))?.status();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const parts = [page.getByRole("banner"), page.getByRole("main"), page.getByRole("contentinfo")];
      return [status, await page.title(), ...(await Promise.all(parts.map((part) => part.textContent())))];
    };
    const nothing = await seen("/no/such/address");
    for (const path of ["/admin", "/admin/settings", "/admin/searches", "/admin/audit", "/admin/audit/1"]) {
      expect(await seen(path), path).toEqual(nothing);
    }
  }
});
