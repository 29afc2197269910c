import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { sessionOf } from "./http";
import { hall, port } from "./place";
import { seeded } from "./seeded";

export { hall, port };

/** Seeded people, by hall and role or address. Change nobody's role in a journey: others run beside it. */
export const people = {
  acmeAdmin: ["acme", seeded.acme.admin],
  acmeMember: ["acme", seeded.acme.member],
  acmeReviewer: ["acme", seeded.acme.reviewer],
  acmeViewer: ["acme", seeded.acme.viewer],
  globexAdmin: ["globex", seeded.globex.admin],
  globexMember: ["globex", seeded.globex.member],
  plentyAdmin: ["plenty", seeded.plenty.admin],
  plentyMember: ["plenty", seeded.plenty.member],
  moodyAdmin: ["moody", seeded.moody.admin],
  moodyViewer: ["moody", seeded.moody.viewer],
  // Each for one journey alone, which counts their uses or ends their sessions.
  acmeSignsOut: ["acme", "noor@acme.example"],
  // Two journeys, of a skill each.
  acmeRates: ["acme", "jonas@acme.example"],
  acmeInstalls: ["acme", "samuel@acme.example"],
} as const;

export type Person = keyof typeof people;

/** Signs a browser in as one of the demo's people, by their button. */
export async function signIn(page: Page, slug: string, name: string): Promise<void> {
  await page.goto(`${hall(slug)}/login`);
  await page.getByRole("button", { name }).click();
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
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !/(^|\.)localhost$/.test(hostname)) seen.push(`request: ${request.url()}`);
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
      const [slug, email] = people[person];
      const context = await browser.newContext({ baseURL: hall(slug), ...options });
      open.push(context);
      watch(context, unrest);
      const [name = "", value = ""] = (await sessionOf(slug, email)).split("=");
      await context.addCookies([{ name, value, url: hall(slug), httpOnly: true, sameSite: "Lax" }]);
      return context.newPage();
    });
    for (const context of open) await context.close();
  },
});

export { expect };
