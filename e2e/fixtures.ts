import { test as base, expect, type Page } from "@playwright/test";

export const port = Number(process.env.E2E_PORT ?? 3199);

/** An organisation's address as a browser of the journeys reaches it. */
export const hall = (slug: string): string => `http://${slug}.localhost:${port}`;

/** Seeded people, by what they may do. Change nobody's role in a journey: others run beside it. */
export const people = {
  acmeAdmin: { slug: "acme", role: "admin" },
  acmeMember: { slug: "acme", role: "member" },
  acmeReviewer: { slug: "acme", role: "reviewer" },
  acmeViewer: { slug: "acme", role: "viewer" },
  globexAdmin: { slug: "globex", role: "admin" },
  globexMember: { slug: "globex", role: "member" },
} as const;

export type Person = keyof typeof people;

/** Signs a browser in as the first seeded person with that role, through the demo's own button. */
export async function signIn(page: Page, person: Person): Promise<void> {
  const { slug, role } = people[person];
  await page.goto(`${hall(slug)}/login`);
  const row = page.getByRole("listitem").filter({ has: page.getByText(role, { exact: true }) });
  await row.first().getByRole("button").click();
  await page.waitForURL(`${hall(slug)}/`);
}

export const test = base.extend<{ signedIn: (person: Person) => Promise<Page> }>({
  signedIn: async ({ page }, use) => {
    await use(async (person) => {
      await signIn(page, person);
      return page;
    });
  },
});

export { expect };
