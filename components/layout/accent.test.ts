import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast, hexToOklch, oklchToHex } from "../ui/color";
import { accentVariables, DEFAULT_ACCENT, grounds, shades } from "./accent";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const chosen = [
  "#2f5d4f",
  "#ffd400",
  "#ffffff",
  "#000000",
  "#ff0000",
  "#0000ff",
  "#00ff00",
  "#e0115f",
  "#7f7f7f",
  "#fdf6e3",
];

function expectLegible(accent: string) {
  const color = hexToOklch(accent);
  if (!color) throw new Error(`${accent} is no colour`);
  for (const lighting of ["light", "dark"] as const) {
    const shade = shades(color, lighting);
    expect(contrast(shade["--accent"], shade["--accent-contrast"])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shade["--accent-hover"], shade["--accent-contrast"])).toBeGreaterThanOrEqual(4.5);
    for (const ground of [...grounds[lighting], shade["--accent-soft"]]) {
      expect(contrast(shade["--accent-text"], ground)).toBeGreaterThanOrEqual(4.5);
    }
    for (const ground of grounds[lighting]) expect(contrast(shade["--accent"], ground)).toBeGreaterThanOrEqual(3);
  }
}

describe("an organisation's accent", () => {
  test.each(chosen)("%s is legible in both themes", expectLegible);

  test("any colour is legible in both themes", () => {
    fc.assert(fc.property(hex, expectLegible), { numRuns: 300 });
  });

  test("keeps the chosen colour where it already serves", () => {
    expect(accentVariables("#2f5d4f")["--accent"]).toMatch(/^light-dark\(#2f5d4f, #/);
  });

  test("keeps the hue when the lightness must move", () => {
    const moved = hexToOklch(shades(hexToOklch("#ffd400") ?? expect.fail(), "light")["--accent"]);
    expect(Math.abs((moved?.h ?? 0) - (hexToOklch("#ffd400")?.h ?? 0))).toBeLessThan(6);
  });

  test.each(["", "red", "#12", "#12345g", "javascript:alert(1)", "#fff;}"])(
    "%j is no colour and gives the default",
    (bad) => {
      expect(accentVariables(bad)).toEqual(accentVariables(DEFAULT_ACCENT));
    },
  );
});

test("a colour survives the way to OKLCH and back", () => {
  fc.assert(
    fc.property(hex, (color) => {
      expect(oklchToHex(hexToOklch(color) ?? expect.fail())).toBe(color);
    }),
  );
});
