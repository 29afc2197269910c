import type { Page } from "@playwright/test";
import { expect, hall, signIn, test } from "./fixtures";
import { ask } from "./http";

const member = "rafael@acme.example";

/** Asks for a link as this address and gives the address in the letter that the outbox then shows. */
async function linkFor(page: Page, email: string): Promise<string> {
  await page.goto("/login?next=/skills");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
  await expect(page.getByText("Look in your mailbox")).toBeVisible();
  const letter = page.getByRole("listitem").filter({ hasText: `To ${email}` });
  await expect(async () => {
    await page.goto("/outbox");
    await expect(letter.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  return (await letter.first().getByRole("link").getAttribute("href")) ?? "";
}

const accountMenu = (page: Page) => page.locator("summary", { hasText: "Your account, " });

test("an e-mailed link signs in once, by its button, and leads to where one was going", async ({ page }) => {
  const link = await linkFor(page, member);
  const linkPath = new URL(link).pathname + new URL(link).search;
  for (let visit = 0; visit < 3; visit++) expect((await ask(linkPath)).status).toBe(200);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("/skills");
  await expect(accountMenu(page)).toHaveAccessibleName("Your account, Rafael Quintero");

  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "ask for a new one" })).toBeVisible();
  await page.goto("/account");
  await expect(page).toHaveURL("/login?next=%2Faccount");
});

test("a link of one organisation is nothing in another", async ({ page }) => {
  const link = new URL(await linkFor(page, "mei@acme.example"));
  await page.goto(hall("globex") + link.pathname + link.search);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "ask for a new one" })).toBeVisible();
  await page.goto(link.href);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(accountMenu(page)).toHaveAccessibleName("Your account, Mei Tanaka");
});

test("signing in as one of the demo's people, and out again", async ({ page }) => {
  await signIn(page, "acme", "Marcus Oyelaran");
  await accountMenu(page).click();
  await page.getByRole("navigation", { name: "Account" }).getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("/login");
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/account");
  await expect(page).toHaveURL("/login?next=%2Faccount");
});

test("an open session can be ended from another browser", async ({ as }) => {
  const [here, there] = [await as("acmeSignsOut"), await as("acmeSignsOut")];
  await there.goto("/account");
  await expect(there.getByRole("heading", { name: "Your account" })).toBeVisible();
  await here.goto("/account");
  const before = await here.getByRole("button", { name: "Sign out there" }).count();
  // The newest that is not this one stands first: the other browser's.
  await here.getByRole("button", { name: "Sign out there" }).first().click();
  await expect(here.getByText("Signed out there.")).toBeVisible();
  await expect(here.getByRole("button", { name: "Sign out there" })).toHaveCount(before - 1);
  await expect(async () => {
    await there.reload();
    await expect(there).toHaveURL("/login?next=%2Faccount", { timeout: 500 });
  }).toPass({ timeout: 5_000 });
});

const ROOMS = [
  ["acmeViewer", ["Browse", "Requests"]],
  ["acmeMember", ["Browse", "Requests", "Publish"]],
  ["acmeReviewer", ["Browse", "Requests", "Publish"]],
  ["acmeAdmin", ["Browse", "Requests", "Publish", "Settings", "Searches", "Audit log"]],
] as const;

for (const [person, rooms] of ROOMS) {
  test(`${person} sees the doors of their role, and only those`, async ({ as }) => {
    const page = await as(person);
    await page.goto("/");
    await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link")).toHaveText([...rooms]);
    for (const [path, door] of [
      ["/admin/settings", "Settings"],
      ["/admin/searches", "Searches"],
      ["/admin/audit", "Audit log"],
    ] as const) {
      const open = (rooms as readonly string[]).includes(door);
      expect((await page.goto(path))?.status(), path).toBe(open ? 200 : 404);
    }
    await page.goto("/skills/new");
    const title = person === "acmeViewer" ? "Members publish skills" : "Publish a skill";
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  });
}

test("a visitor reads in an open hall and is asked to sign in by a closed one", async ({ page }) => {
  await page.goto("/skills/code-review");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Code review");
  await expect(page.getByText("to rate this skill")).toBeVisible();
  await page.goto("/skills/new");
  await expect(page).toHaveURL("/login?next=%2Fskills%2Fnew");
  await page.goto(`${hall("globex")}/skills/code-review`);
  await expect(page).toHaveURL(`${hall("globex")}/login?next=%2Fskills%2Fcode-review`);
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link")).toHaveCount(0);
});
