import { expect, test } from "vitest";
import { parseTheme, themeAttribute } from "./theme";

test.each([
  ["light", "light"],
  ["dark", "dark"],
  ["system", undefined],
  [undefined, undefined],
  ["", undefined],
  ['dark" onload="', undefined],
])("a cookie of %j lights the page %s", (cookie, attribute) => {
  expect(themeAttribute(parseTheme(cookie))).toBe(attribute);
});
