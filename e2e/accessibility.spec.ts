import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, hall, type Person, port, test } from "./fixtures";

const PAGES: [who: Person | null, paths: string[]][] = [
  [
    null,
    [
      "/",
      "/skills",
      "/skills?q=review&category=Engineering",
      "/skills?q=nothingatall",
      "/skills?q=review&rating=3&updated=year",
      "/skills/code-review",
      "/skills/code-review?version=1.0.0",
      "/skills/code-review/files/SKILL.md",
      "/skills/code-review/versions",
      "/login",
      "/login?error=1",
      "/login/confirm?token=aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "/outbox",
      "/nothing",
    ],
  ],
  ["acmeViewer", ["/skills/new", "/account", "/requests", "/requests?state=closed"]],
  ["acmeMember", ["/skills/new", "/skills/invoice-matching/edit", "/skills/invoice-matching/versions/new"]],
  ["acmeReviewer", ["/requests/new?for=lockout", "/skills/robot-log-triage/answers"]],
  [
    "acmeAdmin",
    [
      "/",
      "/skills/code-review",
      "/admin/settings",
      "/admin/search-model",
      "/admin/searches",
      "/admin/audit",
      "/admin/audit/1",
    ],
  ],
];

const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.html.slice(0, 120)}`));
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [who, paths] of PAGES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${who ?? "a visitor"}, ${colorScheme}: axe finds nothing serious, nothing scrolls sideways`, async ({
      as,
      browser,
      unrest,
    }) => {
      test.setTimeout(120_000);
      const page = who
        ? await as(who, { colorScheme })
        : await (await browser.newContext({ colorScheme, baseURL: hall("acme") })).newPage();
      page.on(
        "console",
        (message) =>
          message.type() === "error" && !/Failed to load resource/.test(message.text()) && unrest.push(message.text()),
      );
      const found: string[] = [];
      for (const path of paths) {
        await page.goto(path);
        // Darkness changes colours and nothing else, so it is looked at in one width.
        for (const size of colorScheme === "dark" ? WIDTHS.slice(0, 1) : WIDTHS) {
          await page.setViewportSize(size);
          found.push(...(await findings(page)).map((finding) => `${path} at ${size.width}: ${finding}`));
          if ((await overflow(page)) > 0) found.push(`${path} at ${size.width}: scrolls sideways`);
        }
      }
      expect(found).toEqual([]);
    });
  }
}

test("the bare domain is as good", async ({ page }) => {
  await page.goto(`http://localhost:${port}/`);
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    expect(await findings(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  await page.getByLabel("Your organisation’s address").fill("acme");
  await page.getByRole("button", { name: "Find your hall" }).click();
  await page.getByRole("link", { name: `Go to acme.localhost:${port}` }).click();
  await expect(page).toHaveURL(`${hall("acme")}/`);
});

test("an open menu, an open dialog and a refused form are as good", async ({ as }) => {
  const page = await as("acmeMember");
  await page.goto("/skills/invoice-matching");
  await page.locator("summary", { hasText: "Your account" }).click();
  await expect(page.getByRole("navigation", { name: "Account" })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Archive…" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test("by keyboard: past the header, to the search, through the menu and round in a dialog", async ({ as }) => {
  const page = await as("acmeMember");
  await page.goto("/skills/invoice-matching");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  const search = page.getByRole("banner").getByLabel("Search skills").first();
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await page.keyboard.type("a/b");
  await expect(search).toHaveValue("a/b");
  await page.keyboard.press("Tab");
  await expect(search).not.toBeFocused();

  const account = page.locator("summary", { hasText: "Your account" });
  await account.focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("navigation", { name: "Account" });
  await expect(menu).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(menu.getByRole("link", { name: "Your account" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(account).toBeFocused();

  const archive = page.getByRole("button", { name: "Archive…" });
  await archive.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toBeVisible();
  for (let press = 0; press < 5; press++) {
    await expect(dialog.locator(":focus")).toHaveCount(1);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(archive).toBeFocused();
});

test("on a phone the menu opens, leads on and closes", async ({ as }) => {
  const page = await as("acmeMember", { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.goto("/");
  await page.locator("summary", { hasText: "Menu" }).click();
  const menu = page.getByRole("navigation", { name: "Menu" });
  await expect(menu).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await menu.getByRole("link", { name: "Publish" }).click();
  await expect(page).toHaveURL("/skills/new");
  await expect(menu).toBeHidden();
});

test("the theme one chooses is there on the next page, from its first byte", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const answer = await page.goto("/skills");
  expect(await answer?.text()).toContain('data-theme="dark"');
});
