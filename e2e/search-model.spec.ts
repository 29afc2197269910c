import { expect, test } from "./fixtures";

test("an admin tries an endpoint inside the network: refused in a sentence, nothing kept, nothing typed lost", async ({
  as,
}) => {
  const page = await as("acmeAdmin");
  await page.goto("/admin/settings");
  await page.getByRole("link", { name: "Look at the search model" }).click();
  await expect(page.getByRole("heading", { name: "Guildhall’s own model" })).toBeVisible();
  await expect(page.getByText(/^All \d+ skills can be found by what they mean\.$/)).toBeVisible();
  await page.getByRole("textbox", { name: "Address" }).fill("http://localhost:11434/v1");
  await page.getByRole("textbox", { name: "Model" }).fill("tiny-embed");
  await page.getByLabel("Key (optional)").fill("sk-typed-once");
  await page.getByRole("button", { name: "Test the connection" }).click();
  await expect(page.getByRole("main")).toContainText("begins with https://");
  await page.getByRole("textbox", { name: "Address" }).fill("https://localhost:11434/v1");
  await page.getByRole("button", { name: "Save the endpoint" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("leads to no public address");
  await expect(page.getByLabel("Key (optional)")).toHaveValue("sk-typed-once");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Guildhall’s own model" })).toBeVisible();
  expect(await page.content()).not.toContain("sk-typed-once");
});

test("to whoever is no admin there is no such page", async ({ as }) => {
  const page = await as("acmeMember");
  const answer = await page.goto("/admin/search-model");
  expect(answer?.status()).toBe(404);
  await expect(page.locator("body")).not.toContainText(/search model/i);
});
