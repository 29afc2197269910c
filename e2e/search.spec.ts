import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const main = (page: Page) => page.getByRole("main");
const count = (page: Page) => main(page).getByRole("status").first();
const results = (page: Page) => main(page).locator(".results > li");
const field = (page: Page) => main(page).getByRole("searchbox", { name: "Search skills" });
const header = (page: Page) => page.getByRole("banner").getByLabel("Search skills").first();
const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name });

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

test("while one types, the results and the address keep up, as one entry of the history", async ({ page }) => {
  await page.goto("/");
  await page.goto("/skills");
  await field(page).click();
  await page.keyboard.type("review", { delay: 40 });
  await expect(page).toHaveURL("/skills?q=review");
  await expect(count(page)).toHaveText(/ for “review”$/);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(" code ", { delay: 40 });
  await expect(count(page)).toHaveText(/ for “review code”$/);
  // The space after the word is still there: nothing that was typed is touched, nor the caret moved.
  await expect(field(page)).toHaveValue("review code ");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("r");
  await expect(field(page)).toHaveValue("review codre ");
  await expect(page).toHaveURL("/skills?q=review+codre");
  await page.goBack();
  await expect(page).toHaveURL("/");
});

test("what an input method composes is searched for once it is a word", async ({ page }) => {
  await page.goto("/skills");
  await field(page).focus();
  await page.waitForLoadState("networkidle");
  await field(page).evaluate((input: HTMLInputElement) => {
    input.value = "けんさく";
    input.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
  });
  await page.waitForTimeout(500);
  await expect(page).toHaveURL("/skills");
  await field(page).evaluate((input: HTMLInputElement) => {
    input.value = "検索";
    input.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
  });
  await expect(page).toHaveURL(`/skills?q=${encodeURIComponent("検索")}`);
});

test("Back leads to the search before, and the field says which it is", async ({ page }) => {
  await page.goto("/skills?q=merge");
  await field(page).focus();
  await page.waitForLoadState("networkidle");
  await field(page).fill("review");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/skills?q=review");
  await page
    .getByRole("navigation", { name: "Filters" })
    .getByRole("link", { name: /^Engineering/ })
    .click();
  await expect(page).toHaveURL("/skills?q=review&category=Engineering");
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL("/skills?q=merge");
  await expect(field(page)).toHaveValue("merge");
});

test("a result shows where the words stand, and says why it is there without a script", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: test.info().project.use.baseURL });
  const page = await context.newPage();
  await page.goto("/skills?q=code+review");
  const first = results(page).first();
  await expect(first.getByRole("heading")).toHaveText("Code review");
  await expect(first.getByRole("heading").locator("mark")).toHaveText(["Code", "review"]);
  const why = first.getByText("Why this result");
  await expect(first.getByText("“review” in the name")).toBeHidden();
  await why.click();
  await expect(first.getByText("“review” in the name")).toBeVisible();
  await expect(first.getByText(/Together: [\d.]+ points/)).toBeVisible();
  await context.close();
});

test("what is typed is never markup, neither in the field nor in what is marked", async ({ page }) => {
  await page.goto(`/skills?q=${encodeURIComponent("<mark><img src=x onerror=alert(1)> review")}`);
  await expect(results(page).first()).toBeVisible();
  expect(await page.locator("main img").count()).toBe(0);
  await header(page).fill("<img src=x onerror=alert(1)> review");
  await page.waitForTimeout(500);
  expect(await page.locator("header img, .search-popup img").count()).toBe(0);
});

test("every facet narrows, counts what it leaves, stands in the address and can be taken away", async ({ page }) => {
  await page.goto("/skills?q=review");
  const filters = page.getByRole("navigation", { name: "Filters" });
  for (const [name, parameter] of [
    [/^Past year/, "updated=year"],
    [/^3 stars and up/, "rating=3"],
    [/^Engineering/, "category=Engineering"],
  ] as const) {
    const choice = filters.getByRole("link", { name });
    const promised = Number((await choice.locator("span").textContent())?.replace(",", ""));
    await choice.click();
    await expect(page).toHaveURL(new RegExp(parameter));
    await expect(count(page)).toHaveText(new RegExp(`^${promised} skills? `));
    await expect(results(page)).toHaveCount(promised);
  }
  const author = filters
    .locator("section", { has: page.getByRole("heading", { name: "Author" }) })
    .getByRole("link")
    .first();
  const name = (await author.evaluate((link) => link.firstChild?.textContent)) ?? "";
  await author.click();
  await expect(page).toHaveURL(/author=[0-9a-f-]{36}/);
  await expect(count(page)).toHaveText(new RegExp(`by ${name}, rated 3 and up, updated in the past year$`));
  // It ignores its own choice: the others can still be chosen.
  await expect(filters.getByRole("link", { name: /^2 stars and up/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("list", { name: "Filters in force" }).getByRole("listitem")).toHaveCount(4);
  for (const remove of ["the rating", "the author", "the time of the last change", "the category Engineering"]) {
    const cross = page.getByRole("link", { name: `Remove ${remove}` });
    await cross.click();
    await expect(cross).toHaveCount(0);
  }
  await expect(page).toHaveURL("/skills?q=review");
});

test("on a phone the filters wait behind a button, and work without a script", async ({ browser }) => {
  const viewport = { width: 390, height: 844 };
  const baseURL = test.info().project.use.baseURL;
  const context = await browser.newContext({ javaScriptEnabled: false, viewport, baseURL });
  const page = await context.newPage();
  await page.goto("/skills?q=review");
  const choice = page.getByRole("link", { name: /^Engineering/ });
  await expect(choice).toBeHidden();
  await page.getByText("Filters", { exact: true }).first().click();
  await choice.click();
  await expect(page).toHaveURL("/skills?q=review&category=Engineering");
  await context.close();
});

test("the header suggests while one types, by keyboard all the way", async ({ page }) => {
  await page.goto("/skills/code-review");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("/");
  const combobox = page.getByRole("combobox", { name: "Search skills" });
  await expect(combobox).toBeFocused();
  await page.keyboard.type("rev", { delay: 30 });
  await expect(combobox).toHaveAttribute("aria-expanded", "true");
  const list = page.getByRole("listbox", { name: "Suggestions" });
  await expect(option(page, /^Code review/)).toBeVisible();
  await expect(page.getByText(/^\d+ suggestions?\.$/)).toHaveCount(1);
  expect(await seriousFindings(page)).toEqual([]);
  await expect(combobox).not.toHaveAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowDown");
  const active = list.locator("[aria-selected=true]");
  await expect(active).toHaveCount(1);
  expect(await combobox.getAttribute("aria-activedescendant")).toBe(await active.getAttribute("id"));
  await page.keyboard.press("ArrowUp");
  await expect(active).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(combobox).toHaveValue("rev");
  await page.keyboard.press("ArrowDown");
  await expect(list).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(list).toHaveCount(0);
  await expect(combobox).not.toBeFocused();
  await combobox.fill("battery");
  await expect(option(page, /^Battery health review/)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/skills/battery-health-review");
});

test("people are suggested, and Enter without a choice searches", async ({ page }) => {
  await page.goto("/");
  await header(page).fill("mei");
  await option(page, "Mei Tanaka").click();
  await expect(page).toHaveURL(/\/people\/[0-9a-f-]{36}$/);
  await header(page).fill("code review");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/skills?q=code%20review");
});

test("what comes while the suggestions are just being fetched is not lost", async ({ page }) => {
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await header(page).evaluate((field: HTMLInputElement) => {
    // The moment the list's place is in the page, its listeners are not yet on the field.
    const paste = new MutationObserver(() => {
      paste.disconnect();
      field.value = "mei";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    if (field.form) paste.observe(field.form, { childList: true });
    field.focus();
  });
  await expect(option(page, "Mei Tanaka")).toBeVisible();
});

test("recent searches stay in this browser, and go one by one and all at once", async ({ page }) => {
  await page.goto("/");
  for (const words of ["first", "second", "third"]) {
    await header(page).fill(words);
    await expect(page.getByRole("status").filter({ hasText: /suggestion/ })).toHaveCount(1);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/skills?q=${words}`);
  }
  await page.goto("/");
  await header(page).focus();
  const recent = page.getByRole("group", { name: "Recent searches" }).getByRole("option");
  await expect(recent).toHaveText(["third", "second", "first", "Clear recent searches"]);
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await expect(recent).toHaveText(["second", "first", "Clear recent searches"]);
  await option(page, "first").getByTitle("Remove").click();
  await expect(recent).toHaveText(["second", "Clear recent searches"]);
  await option(page, "Clear recent searches").click();
  await expect(recent).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("typing faster than the hall answers asks only for the last, and shows only that", async ({ page }) => {
  const asked: string[] = [];
  await page.route("**/api/suggest?*", async (route) => {
    asked.push(new URL(route.request().url()).searchParams.get("q") ?? "");
    await route.continue();
  });
  await page.goto("/");
  await header(page).focus();
  await page.waitForLoadState("networkidle");
  await page.keyboard.type("battery", { delay: 20 });
  await expect(option(page, /^Battery/).first()).toBeVisible();
  expect(asked).toEqual(["battery"]);
});

test("the palette leads to skills, people and pages, acts, and gives the focus back", async ({ as }) => {
  const page = await as("acmeAdmin");
  await page.goto("/skills/code-review");
  await page.waitForLoadState("networkidle");
  const account = page.locator("summary", { hasText: "Your account" });
  await account.focus();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  const combobox = palette.getByRole("combobox");
  await expect(combobox).toBeFocused();
  await expect(option(page, "Audit log")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);
  await expect(account).toBeFocused();

  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("use the dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(palette).toHaveCount(0);

  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("audit");
  await expect(option(page, "Audit log")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/admin/audit");

  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("battery");
  await expect(option(page, /^Battery health review/)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/skills/battery-health-review");
});

test("the palette shows a viewer no door that is closed to them, and fits a phone", async ({ as }) => {
  const page = await as("acmeViewer", { viewport: { width: 390, height: 844 } });
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+k");
  await expect(option(page, "Browse")).toBeVisible();
  for (const closed of ["Settings", "Audit log", "Publish a skill"]) await expect(option(page, closed)).toHaveCount(0);
  const box = await page.getByRole("dialog").boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
});

test("a skill names others like it once one scrolls there", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/skills/code-review");
  const similar = page.getByRole("region", { name: "Similar skills" });
  await similar.scrollIntoViewIfNeeded();
  await expect(similar.getByRole("listitem").first()).toBeVisible();
  expect(asked.filter((path) => path === "/api/similar")).toHaveLength(1);
  await expect(similar.getByRole("link", { name: "Code review", exact: true })).toHaveCount(0);
  const first = similar.getByRole("link").first();
  const name = (await first.textContent()) ?? "";
  await first.click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("whoever is about to publish what is there already is told, and not stopped", async ({ as, browser }) => {
  const plain = await (await browser.newContext({ baseURL: test.info().project.use.baseURL })).newPage();
  await plain.goto("/skills/code-review");
  const description = (await plain.locator(".skill-head-description").textContent()) ?? "";
  const page = await as("acmeMember");
  await page.goto("/skills/new");
  await page.getByRole("radio", { name: "Write it here" }).check({ force: true });
  await page.getByLabel("Name", { exact: true }).fill("review-of-code");
  await page.getByLabel("Description").fill(description);
  await page.getByLabel("Instructions").fill("# Code review again\n\nReviews a change.");
  const warning = page.getByText("here may do the same");
  await expect(warning).toBeVisible();
  const check = page.getByRole("region", { name: "Check" });
  await expect(check.getByRole("link", { name: "Code review", exact: true })).toHaveAttribute("target", "_blank");
  await expect(page.getByRole("button", { name: "Publish 1.0.0" })).toBeEnabled();
  expect(await seriousFindings(page)).toEqual([]);
});

test("nothing found says so, and offers a way on", async ({ page }) => {
  await page.goto("/skills?q=xylophonequartz");
  await expect(main(page).getByText("Nothing found for “xylophonequartz”")).toBeVisible();
  await expect(main(page).getByRole("link", { name: "Show all skills" })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
});
