import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { type ClickedLink, type LinkClick, routedHref } from "./routed-href";

const here = "http://acme.localhost:3000/skills?q=git";
const plain: LinkClick = {
  button: 0,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  defaultPrevented: false,
};
const to = (href: string, rest: Partial<ClickedLink> = {}): ClickedLink => ({
  href: new URL(href, here).href,
  target: "",
  isDownload: false,
  isFullLoad: false,
  ...rest,
});

test.each([
  ["/", "/"],
  ["/skills/code-review", "/skills/code-review"],
  ["/skills/download", "/skills/download"],
  ["/skills/raw?version=1.0.0", "/skills/raw?version=1.0.0"],
  ["?q=git&cursor=abc", "/skills?q=git&cursor=abc"],
  ["/skills?q=git", "/skills?q=git"],
  ["/skills/code-review?files=all#files", "/skills/code-review?files=all#files"],
  ["/skills/code-review/files/scripts/run.py", "/skills/code-review/files/scripts/run.py"],
  ["/login?next=%2Fskills", "/login?next=%2Fskills"],
  ["/logos", "/logos"],
])("the router goes to %s", (href, expected) => {
  expect(routedHref(plain, to(href), here)).toBe(expected);
});

test.each([
  ["another organisation", to("http://globex.localhost:3000/skills")],
  ["another scheme", to("mailto:maya@example.com")],
  ["a place in this page", to("#ratings")],
  ["the start of this page", to("/skills?q=git#content")],
  ["another tab", to("/skills", { target: "_blank" })],
  ["a download", to("/skills/code-review", { isDownload: true })],
  ["a fresh page", to("/", { isFullLoad: true })],
])("the browser follows a link to %s", (_, link) => {
  expect(routedHref(plain, link, here)).toBeNull();
});

test.each([
  ["with Ctrl", { ctrlKey: true }],
  ["with ⌘", { metaKey: true }],
  ["with Shift", { shiftKey: true }],
  ["with Alt", { altKey: true }],
  ["with another button", { button: 1 }],
  ["that something else has answered", { defaultPrevented: true }],
])("a click %s is left alone", (_, part) => {
  expect(routedHref({ ...plain, ...part }, to("/skills/code-review"), here)).toBeNull();
});

const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)route\.ts$/.test(file))
  .map((file) => `/${file}`.replace(/\/route\.ts$/, "").replace(/\[[^/]+\]/g, "something"));

test("there are routes that are not pages", () => expect(routes.length).toBeGreaterThan(5));

test.each(routes)("the browser fetches %s, which is no page", (address) => {
  expect(routedHref(plain, to(address), here)).toBeNull();
});
