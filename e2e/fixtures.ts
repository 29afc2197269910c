import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { sessionOf } from "./http";
import { hall, port } from "./place";
import { type SeededHall, seeded } from "./seeded";

export { hall, port };

/** Seeded people, by what they may do. Change nobody's role in a journey: others run beside it. */
export const people = {
  acmeAdmin: ["acme", "admin"],
  acmeMember: ["acme", "member"],
  acmeReviewer: ["acme", "reviewer"],
  acmeViewer: ["acme", "viewer"],
  globexAdmin: ["globex", "admin"],
  globexMember: ["globex", "member"],
  plentyAdmin: ["plenty", "admin"],
  plentyMember: ["plenty", "member"],
} as const satisfies Record<string, readonly [SeededHall, keyof (typeof seeded)[SeededHall]]>;

export type Person = keyof typeof people;

export const emailOf = (person: Person): string => {
  const [slug, role] = people[person];
  return seeded[slug][role];
};

/** Signs a browser in as the first seeded person with that role, through the demo's own button. */
export async function signIn(page: Page, person: Person): Promise<void> {
  const [slug, role] = people[person];
  await page.goto(`${hall(slug)}/login`);
  const row = page.getByRole("listitem").filter({ has: page.getByText(role, { exact: true }) });
  await row.first().getByRole("button").click();
  await page.waitForURL(`${hall(slug)}/`);
}

/** What a browser should never do in a journey: report an error, break the page's policy, ask another site, open a dialog. */
function watch(context: BrowserContext, seen: string[]): void {
  context.on("console", (message) => {
    // A refusal by status is an answer; Chromium reports it as an error all the same.
    if (message.type() !== "error" || /Failed to load resource: the server responded/.test(message.text())) return;
    seen.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => seen.push(`error: ${error.error().message}`));
  context.on("dialog", (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !host.endsWith(`localhost:${port}`)) seen.push(`request: ${request.url()}`);
  });
}

type Fixtures = {
  /** What went wrong unseen; a journey that expects something of it empties it. */
  unrest: string[];
  calm: undefined;
  /** A page of a browser of its own, signed in as this person. */
  as: (person: Person, options?: Parameters<import("@playwright/test").Browser["newContext"]>[0]) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  unrest: async ({}, use) => use([]),
  calm: [
    async ({ context, unrest }, use) => {
      watch(context, unrest);
      await use(undefined);
      expect(unrest, "errors, foreign requests and dialogs while it ran").toEqual([]);
    },
    { auto: true },
  ],
  as: async ({ browser, unrest }, use) => {
    const open: BrowserContext[] = [];
    await use(async (person, options = {}) => {
      const [slug] = people[person];
      const context = await browser.newContext({ baseURL: hall(slug), ...options });
      open.push(context);
      watch(context, unrest);
      const [name = "", value = ""] = (await sessionOf(slug, emailOf(person))).split("=");
      await context.addCookies([{ name, value, url: hall(slug), httpOnly: true, sameSite: "Lax" }]);
      return context.newPage();
    });
    for (const context of open) await context.close();
  },
});

export { expect };
