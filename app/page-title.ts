/**
 * What a page is called in the browser's tab and history: `Skills · Acme`. A page renders it as its own `<title>`: what Next's
 * `generateMetadata` streams after the page costs a tenth of a page's time. See docs/decisions/titles-in-the-page.md.
 */
export function pageTitle(page: string, hall: { name: string }): string {
  return `${page} · ${hall.name}`;
}
