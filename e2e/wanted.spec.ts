import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** A word that no other journey and no earlier run has, of letters alone. */
const fresh = () => Array.from({ length: 8 }, () => "bcdfghjklm"[Math.floor(Math.random() * 10)]).join("");

/** Opens a page and waits until it has said what was sought; a search is said once it has come to rest. */
async function search(page: Page, path: string): Promise<void> {
  const said = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/api/searches");
  await page.goto(path);
  expect((await said).status()).toBe(204);
}

const serious = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze()).violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test("what no search finds is asked for, voted for, published and thereby closed", async ({ as }) => {
  const wanted = `${fresh()} ${fresh()}`;
  const asker = await as("acmeMember");
  await asker.goto(`/skills?q=${encodeURIComponent(wanted)}`);
  await asker.getByRole("link", { name: "Ask for this skill" }).click();
  await expect(asker.getByLabel("What should it do?")).toHaveValue(wanted);
  await asker.getByLabel("What for").fill("For the journey.");
  await asker.getByRole("button", { name: "Ask for this skill" }).click();
  await expect(asker.getByRole("heading", { level: 1 })).toHaveText(wanted);
  const address = new URL(asker.url()).pathname;

  // Somebody else asks for the same, and so votes for it.
  const second = await as("acmeInstalls");
  await second.goto(`/requests/new?for=${encodeURIComponent(wanted.toUpperCase())}`);
  await second.getByRole("button", { name: "Ask for this skill" }).click();
  await expect(second).toHaveURL(`${address}?joined=1`);
  await expect(second.getByText("This had been asked for already")).toBeVisible();

  const viewer = await as("acmeViewer");
  await viewer.goto("/requests");
  const vote = viewer.getByRole("button", { name: `Vote for “${wanted}”` });
  await expect(vote).toHaveAccessibleName(/2 votes$/);
  await vote.click();
  await expect(vote).toHaveAccessibleName(/3 votes$/);
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await viewer.reload();
  await expect(vote).toHaveAccessibleName(/3 votes$/);
  await vote.click();
  await expect(vote).toHaveAccessibleName(/2 votes$/);
  await expect(viewer.getByRole("link", { name: "Ask for a skill" })).toHaveCount(0);

  const author = await as("acmeReviewer");
  const name = wanted.replace(" ", "-");
  await author.goto("/skills/new");
  await author.getByLabel("Choose a file").setInputFiles({
    name: "SKILL.md",
    mimeType: "text/markdown",
    buffer: Buffer.from(
      `---\nname: ${name}\ndescription: Does it. Use it in journeys.\n---\n\n# ${wanted}\n\nDo it.\n`,
    ),
  });
  await author.getByLabel("Category").selectOption({ index: 1 });
  await author.getByLabel("What changed").fill("For the journey.");
  await author.getByRole("button", { name: /^Publish \d/ }).click();
  await author.waitForURL(`/skills/${name}/answers`);
  await author.getByRole("button", { name: `Close “${wanted}”` }).click();
  await expect(author.getByText("No open request is left that it may answer")).toBeVisible();

  await asker.goto(address);
  await expect(asker.getByRole("main")).toContainText(/2 votes, closed/);
  await expect(asker.getByRole("main").locator(`a[href="/skills/${name}"]`)).toBeVisible();
  await expect(asker.getByRole("button", { name: "Close the request" })).toHaveCount(0);
});

test("a search that came to rest, and the result that was opened, stand in the report, once and of nobody", async ({
  as,
}) => {
  const word = fresh();
  const member = await as("plentyMember");
  await search(member, `/skills?q=${word}`);
  // Loaded again it is the same search, and a list that narrows it is none.
  await search(member, `/skills?q=${word}`);
  await search(member, "/skills?q=many");
  const told = member.waitForRequest((request) => new URL(request.url()).pathname === "/api/searches");
  await member.getByRole("list").getByRole("link", { name: /many/i }).nth(1).click();
  expect((await told).postData()).toMatch(/ 2$/);
  await member.goto("/skills?q=priya%40acme.example");

  const admin = await as("plentyAdmin");
  const row = (query: string) =>
    admin.getByRole("row").filter({ has: admin.getByRole("link", { name: query, exact: true }) });
  await expect(async () => {
    await admin.goto("/admin/searches?days=7&list=nothing");
    await expect(row(word)).toContainText(/1/);
  }).toPass();
  await expect(row(word).getByRole("cell").nth(1)).toHaveText("1");
  await expect(row(word).getByRole("cell").nth(3)).toHaveText("1");
  await admin.goto("/admin/searches?days=7");
  await expect(row("many").getByRole("cell").last()).toHaveText("100 %");
  await expect(admin.getByRole("main")).not.toContainText("priya");
  await expect(admin.getByRole("main")).not.toContainText("The member of Plenty Hall");
});

test("the report shows the demo's weeks, by period and by kind, and its charts as tables", async ({ as }) => {
  const admin = await as("acmeAdmin");
  await admin.goto("/admin/searches");
  await expect(
    admin.getByRole("img", { name: /^Searches: \d+ in 30 days, of which \d+ found nothing\.$/ }),
  ).toBeVisible();
  await admin.getByRole("link", { name: /^Found nothing/ }).click();
  await expect(admin).toHaveURL("/admin/searches?list=nothing");
  await expect(admin.getByRole("cell", { name: "lockout tagout" })).toBeVisible();
  await expect(admin.getByRole("cell", { name: "robot logs" })).toHaveCount(0);
  await admin.getByRole("link", { name: "90 days" }).click();
  await expect(admin).toHaveURL("/admin/searches?days=90&list=nothing");
  await admin.getByText("As a table").first().click();
  await expect(admin.getByRole("table", { name: "Searches" }).getByRole("row")).toHaveCount(14);
  expect(await serious(admin)).toEqual([]);
});
