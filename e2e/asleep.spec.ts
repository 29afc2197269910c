import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Holds back every script that is asked for from now on, so that a page is touched long before it is awake. */
async function slowScripts(page: Page): Promise<string[]> {
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  await page.route("**/_next/static/**/*.js", async (route) => {
    asked.push(route.request().url());
    await new Promise((wait) => setTimeout(wait, 1000));
    await route.continue();
  });
  return asked;
}

test("settings: what is typed, chosen and pressed before the script has come counts, and the caret stays", async ({
  as,
}) => {
  const page = await as("globexAdmin");
  await page.goto("/admin/settings");
  const asked = await slowScripts(page);
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);

  const name = page.getByLabel("Organisation’s name");
  const before = await name.inputValue();
  const rows = page.getByRole("textbox", { name: /^Name of category/ });
  const categories = await rows.count();
  await name.focus();
  await page.keyboard.press("Home");
  await page.keyboard.type("The ");
  await page.getByLabel("Usual order of skills").selectOption("name");
  await page.getByRole("radio", { name: /^Public reading/ }).check();
  await page.getByRole("button", { name: "Add a category" }).click();
  expect(asked.length).toBeGreaterThan(0);

  await expect(rows).toHaveCount(categories + 1);
  await expect(page.getByLabel(/^Open the hall to everybody/)).toBeVisible();
  await expect(name).toHaveValue(`The ${before}`);
  await expect(page.getByLabel("Usual order of skills")).toHaveValue("name");
  await rows.last().fill("Anything");
  await expect(name).toHaveValue(`The ${before}`);
});

test("the caret stays where it is while a form wakes", async ({ as }) => {
  const page = await as("acmeAdmin");
  await page.goto("/admin/settings");
  await slowScripts(page);
  const name = page.getByLabel("Organisation’s name");
  await name.focus();
  await page.keyboard.press("Home");
  await page.keyboard.type("Th");
  await page.waitForTimeout(2500);
  await page.keyboard.type("e ");
  await expect(name).toHaveValue(/^The \w/);
  await expect(name).toBeFocused();
});

test("a rating opened before its script has come closes once it is saved", async ({ as }) => {
  const page = await as("acmeRates");
  await page.goto("/skills/meeting-notes");
  await slowScripts(page);
  await page.getByText(/^(Rate this skill|Your rating)/).click();
  await page.waitForTimeout(2500);
  await page.getByRole("radio", { name: "4 stars" }).check({ force: true });
  await page.getByRole("button", { name: /^(Save|Change) my rating/ }).click();
  await expect(page.getByText("Your rating: 4 stars")).toBeVisible();
  await expect(page.getByRole("button", { name: "Change my rating" })).toBeHidden();
});

test("a form that is sent before its script has come is sent all the same", async ({ as }) => {
  const page = await as("globexAdmin");
  await page.goto("/admin/settings");
  await slowScripts(page);
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByText("Saved the settings.").first()).toBeVisible();
  await expect(page).toHaveURL("/admin/settings");
});
