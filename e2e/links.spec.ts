import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Marks the window, so that a page that was loaded afresh can be told from one that was only drawn. */
async function mark(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));
}

const isTheSame = (page: Page) => page.evaluate(() => "isTheSame" in window);

test("going on loads no page afresh, begins at the top, and Back and Forward know the way", async ({ as }) => {
  const page = await as("acmeMember");
  await page.goto("/skills");
  await mark(page);
  const card = page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link").last();
  const name = (await card.textContent()) ?? "";
  await card.scrollIntoViewIfNeeded();
  await card.click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(page).toHaveURL("/skills");
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  expect(await isTheSame(page)).toBe(true);
});

test("a filter changes the list in place", async ({ as }) => {
  const page = await as("acmeMember");
  await page.goto("/skills");
  await mark(page);
  const filter = page.getByRole("navigation", { name: "Filters" }).getByRole("link").first();
  await filter.click();
  await expect(page).toHaveURL(/\/skills\?category=/);
  await expect(page.getByRole("list", { name: "Filters in force" })).toBeVisible();
  await expect(filter).toHaveAttribute("aria-current", "true");
  expect(await isTheSame(page)).toBe(true);
});

test("the header says where one is after going on", async ({ as }) => {
  const page = await as("acmeMember");
  await page.goto("/skills");
  await mark(page);
  const doors = page.getByRole("navigation", { name: "Main" });
  await expect(doors.locator("[aria-current]")).toHaveText("Browse");
  await doors.getByRole("link", { name: "Publish" }).click();
  await expect(doors.locator("[aria-current]")).toHaveText("Publish");
  expect(await isTheSame(page)).toBe(true);
});

test("with Ctrl a link opens a tab of its own", async ({ as }) => {
  const page = await as("acmeMember");
  await page.goto("/skills");
  await mark(page);
  const opened = page.context().waitForEvent("page");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Publish" })
    .click({
      modifiers: ["ControlOrMeta"],
    });
  await expect(await opened).toHaveURL("/skills/new");
  await expect(page).toHaveURL("/skills");
});

test("a jump within a page leads there, and a download is one", async ({ as }) => {
  const page = await as("acmeMember");
  await page.goto("/skills/invoice-matching");
  await mark(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByRole("main").locator('a[href="#ratings"]').click();
  await expect(page).toHaveURL("/skills/invoice-matching#ratings");
  await expect(page.getByRole("region", { name: "Ratings" })).toBeInViewport();
  // The icon of a tab is asked for once a page is idle.
  expect(asked.filter((url) => url.includes("/skills/"))).toEqual([]);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Download/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);
  // The browser's own download is none of the page's requests; the router's would be one, and would have counted a use.
  expect(asked.filter((url) => url.includes("/skills/"))).toEqual([]);
  expect(await isTheSame(page)).toBe(true);
});
