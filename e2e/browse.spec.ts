import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { ask } from "./http";

const main = (page: Page) => page.getByRole("main");
const count = (page: Page) => main(page).getByRole("status").first();
const names = (page: Page) =>
  main(page)
    .getByRole("heading", { level: 3 })
    .filter({ has: page.getByRole("link") });

test("a category and tags narrow the list, stand in the address, and can be taken away again", async ({ page }) => {
  await page.goto("/skills");
  await expect(count(page)).toHaveText(/^\d+ skills$/);
  const filters = page.getByRole("navigation", { name: "Filters" });
  await filters.getByRole("link", { name: /^Engineering/ }).click();
  await expect(page).toHaveURL("/skills?category=Engineering");
  await expect(count(page)).toHaveText(/^\d+ skills? in Engineering$/);
  await filters.getByRole("link", { name: /^review/ }).click();
  await expect(page).toHaveURL("/skills?category=Engineering&tag=review");
  await expect(count(page)).toHaveText(/in Engineering, tagged review$/);
  const inForce = page.getByRole("list", { name: "Filters in force" });
  await expect(inForce.getByRole("listitem")).toHaveText(["Engineering", "review"]);
  await page.getByRole("link", { name: "Remove the category Engineering" }).click();
  await expect(page).toHaveURL("/skills?tag=review");
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL("/skills?category=Engineering");
  await expect(inForce.getByRole("listitem")).toHaveText(["Engineering"]);
  await page.goForward();
  await expect(inForce.getByRole("listitem")).toHaveText(["Engineering", "review"]);
});

test("the list is sorted as asked, and says so in its address", async ({ page }) => {
  await page.goto("/skills");
  await page.getByRole("combobox", { name: "Order" }).selectOption({ label: "Name" });
  await expect(page).toHaveURL(/[?&]sort=name/);
  const listed = await names(page).allTextContents();
  const sorted = [...listed].sort((a, b) => a.localeCompare(b, "en", { sensitivity: "base" }));
  expect(listed.length).toBeGreaterThan(5);
  expect(listed).toEqual(sorted);
  await page.getByRole("combobox", { name: "Order" }).selectOption({ label: "Most used" });
  await expect(page).toHaveURL(/[?&]sort=uses/);
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Order" }).locator("option:checked")).toHaveText("Most used");
});

test("an exact name comes first, however it is written", async ({ page }) => {
  for (const words of ["code-review", "Code review", "CODE REVIEW", "meeting notes"]) {
    await page.goto("/skills");
    await main(page).getByRole("searchbox", { name: "Search skills" }).fill(words);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/[?&]q=/);
    await expect(names(page).first()).toHaveText(new RegExp(words.replace("-", " "), "i"));
  }
});

test("words from a skill's text find it, and filters stay while one searches", async ({ page }) => {
  await page.goto("/skills?category=Engineering");
  await main(page).getByRole("searchbox", { name: "Search skills" }).fill("merge");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/category=Engineering/);
  await expect(count(page)).toHaveText(/ for “merge” in Engineering$/);
  await expect(names(page).filter({ hasText: "Code review" })).toHaveCount(1);
});

test("nothing found says what to do, and the way out leads on", async ({ page }) => {
  await page.goto("/skills?q=xylophonequartz");
  await expect(count(page)).toHaveText("No skills for “xylophonequartz”");
  await expect(page.getByText("Nothing found for “xylophonequartz”")).toBeVisible();
  await page.getByRole("link", { name: "Show all skills" }).click();
  await expect(page).toHaveURL("/skills");
});

const ODD = [
  "🦾🤖",
  `"unclosed`,
  "'; drop table skills; --",
  "100%",
  "_",
  "\\",
  "a & | ! <-> :*",
  "(((((",
  ".*+?^$" + "{}",
  "سلام ‏עברית",
  "技能検索",
  "\u0000null",
  "\ud800",
  "<script>alert(1)</script>",
  "x".repeat(2_000),
  "word ".repeat(1_000),
];

for (const query of ODD) {
  test(`searching for ${JSON.stringify(query.slice(0, 30))} (${query.length}) is answered`, async ({ page }) => {
    const encoded = query === "\ud800" ? "%ED%A0%80" : encodeURIComponent(query);
    const answer = await page.goto(`/skills?q=${encoded}`);
    expect(answer?.status()).toBe(200);
    await expect(count(page)).toHaveText(/^(No|\d+) skills?/);
  });
}

test("a hundred thousand characters and hundreds of filters are answered, not failed", async () => {
  // Node reads 16 KB of headers; what is longer is refused before it reaches any of ours. Whoever still writes at that moment
  // may see the connection end instead of the answer.
  const status = await ask(`/skills?q=${"x".repeat(100_000)}`).then(
    (answer) => answer.status,
    (error: NodeJS.ErrnoException) => error.code,
  );
  expect([431, "ECONNRESET", "EPIPE"]).toContain(status);
  expect((await ask(`/skills?q=${"x".repeat(12_000)}`)).status).toBe(200);
  const many = Array.from({ length: 500 }, (_, n) => `tag=t${n}`).join("&");
  for (const query of [many, "sort=sideways&category=&tag=&author=me", "q=a&q=b&sort=name&sort=uses", "cursor="]) {
    expect((await ask(`/skills?${query}`)).status, query.slice(0, 40)).toBe(200);
  }
});

test("a cursor that continues nothing leads to the first page", async ({ page }) => {
  await page.goto("/skills?sort=name&cursor=AAAAnonsense");
  await expect(page).toHaveURL("/skills?sort=name");
  await expect(count(page)).toHaveText(/^\d+ skills$/);
});

test("pages turn both ways, miss nothing and repeat nothing", async ({ as }) => {
  const page = await as("plentyMember");
  await page.goto("/skills?sort=name");
  await expect(count(page)).toHaveText("60 skills");
  const seen: string[][] = [];
  for (;;) {
    seen.push(await names(page).allTextContents());
    const next = page.getByRole("link", { name: "Next" });
    if ((await next.count()) === 0) break;
    const here = page.url();
    await next.click();
    await expect(page).not.toHaveURL(here);
    await expect(names(page).first()).not.toHaveText(seen.at(-1)?.[0] ?? "");
  }
  expect(seen.map((one) => one.length)).toEqual([18, 18, 18, 6]);
  expect(new Set(seen.flat()).size).toBe(60);
  for (let back = seen.length - 2; back >= 0; back--) {
    await page.getByRole("link", { name: "Previous" }).click();
    await expect(names(page).first()).toHaveText(seen[back]?.[0] ?? "");
    expect(await names(page).allTextContents()).toEqual(seen[back]);
  }
  await expect(page.getByRole("link", { name: "Previous" })).toHaveCount(0);
});
