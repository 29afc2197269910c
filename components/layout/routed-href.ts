/** What of a click decides who follows the link: part of a MouseEvent. */
export type LinkClick = Pick<MouseEvent, "button" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "defaultPrevented">;

/** What of a link decides it: part of an HTMLAnchorElement, `href` being the whole address. */
export type ClickedLink = { href: string; target: string; isDownload: boolean; isFullLoad: boolean };

/** Where something other than a page answers. `routed-href.test.ts` holds it against the routes there are. */
const FILES = /^\/(api|_next|logo|login\/clear|admin\/settings\/logo|icon\.svg|skills\/[^/]+\/(download|raw))(\/|$)/;

/**
 * The address to which the router goes when a link is clicked, without its origin; null where the browser does it: another
 * site, another tab, a file, a place in the page that is shown, or a link that asks for a fresh page.
 */
export function routedHref(click: LinkClick, link: ClickedLink, here: string): string | null {
  if (click.defaultPrevented || click.button !== 0) return null;
  if (click.altKey || click.ctrlKey || click.metaKey || click.shiftKey) return null;
  if (link.isDownload || link.isFullLoad || (link.target !== "" && link.target !== "_self")) return null;
  const [to, from] = [new URL(link.href), new URL(here)];
  if (to.origin !== from.origin || FILES.test(to.pathname)) return null;
  const address = to.pathname + to.search;
  // Browsers move the focus along with such a jump, on which the way past the header depends.
  if (to.hash !== "" && address === from.pathname + from.search) return null;
  return address + to.hash;
}
