import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, hexToOklch } from "../ui/color";
import { DEFAULT_ACCENT, grounds, shades } from "./accent";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** The light and the dark value of a colour of the style sheet. */
function token(name: string): [string, string] {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  const one = new RegExp(`--${name}: (#\\w{6});`).exec(css)?.[1];
  if (pair?.[1] && pair[2]) return [pair[1], pair[2]];
  if (one) return [one, one];
  throw new Error(`app/globals.css has no colour --${name}`);
}

const plain = ["color-page", "color-surface", "color-sunken", "color-hover"];
const legible: [string, string[]][] = [
  ["color-ink", plain],
  ["color-muted", plain],
  ["color-faint", plain],
  ["color-info", [...plain, "color-info-soft"]],
  ["color-success", [...plain, "color-success-soft"]],
  ["color-warning", [...plain, "color-warning-soft"]],
  ["color-danger", [...plain, "color-danger-soft"]],
  ["color-danger-contrast", ["color-danger-fill", "color-danger-fill-hover"]],
  ["color-ink", ["color-info-soft", "color-success-soft", "color-warning-soft", "color-danger-soft"]],
  ["color-muted", ["color-line"]],
];

describe("words have a contrast of 4.5 in both themes", () => {
  test.each(legible)("%s", (word, on) => {
    for (const ground of on) {
      const [[light, dark], [lightGround, darkGround]] = [token(word), token(ground)];
      expect(contrast(light, lightGround), `${word} on ${ground}, light`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, darkGround), `${word} on ${ground}, dark`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("edges and signs have a contrast of 3 in both themes", () => {
  test.each(["color-line-strong", "color-star"])("%s", (sign) => {
    for (const ground of plain) {
      const [[light, dark], [lightGround, darkGround]] = [token(sign), token(ground)];
      expect(contrast(light, lightGround), `${sign} on ${ground}, light`).toBeGreaterThanOrEqual(3);
      expect(contrast(dark, darkGround), `${sign} on ${ground}, dark`).toBeGreaterThanOrEqual(3);
    }
  });
});

test("the accent is computed against the grounds of the style sheet", () => {
  expect([...grounds.light].sort()).toEqual(plain.map((name) => token(name)[0]).sort());
  expect([...grounds.dark].sort()).toEqual(plain.map((name) => token(name)[1]).sort());
});

test("the style sheet's own accent is the default one", () => {
  const color = hexToOklch(DEFAULT_ACCENT) ?? expect.fail();
  const [light, dark] = [shades(color, "light"), shades(color, "dark")];
  for (const name of Object.keys(light) as (keyof typeof light)[]) {
    expect(token(name.slice(2)), name).toEqual([light[name], dark[name]]);
  }
});
