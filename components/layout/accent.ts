import { contrast, hexToOklch, type Oklch, oklchToHex } from "../ui/color";

/** The accent of a hall that has chosen none, and of the bare domain. */
export const DEFAULT_ACCENT = "#2f5d4f";

/** The grounds on which an accent may stand, lightest and darkest, and the two colours of words upon it; as in app/globals.css. */
export const grounds = {
  light: ["#fffdf9", "#f8f5ef", "#f2ede4", "#f0ebe2"],
  dark: ["#131110", "#191714", "#211e1a", "#2a2621"],
} as const;
export const words = { paper: "#fffdf9", ink: "#131110" } as const;

type Lighting = keyof typeof grounds;

/**
 * The CSS variables of an organisation's accent, for the style of `<html>`. An organisation may choose any `#rrggbb`, also pale yellow
 * or near-black; its hue is kept and its lightness moved, in each theme, until words on it and words in it have a contrast of 4.5 and
 * its shape one of 3 against every ground. A colour that is none is the default's.
 */
export function accentVariables(hex: string): Record<string, string> {
  const color = hexToOklch(hex) ?? (hexToOklch(DEFAULT_ACCENT) as Oklch);
  const [light, dark] = [shades(color, "light"), shades(color, "dark")];
  return Object.fromEntries(
    Object.entries(light).map(([name, value]) => [name, `light-dark(${value}, ${dark[name as keyof typeof dark]})`]),
  );
}

/** The accent's shades in one lighting. */
export function shades(color: Oklch, lighting: Lighting) {
  const soft = oklchToHex(
    lighting === "light"
      ? { ...color, l: 0.935, c: Math.min(color.c * 0.25, 0.02) }
      : { ...color, l: 0.285, c: Math.min(color.c * 0.35, 0.03) },
  );
  const fill = move(color, lighting, (shade) => stands(shade, lighting) && labelOn(shade) !== null);
  const label = labelOn(oklchToHex(fill)) ?? words.paper;
  // Pointing at it moves it away from its words, never towards them.
  const hover = { ...fill, l: fill.l + (label === words.paper ? -0.05 : 0.05) };
  const text = move(color, lighting, (shade) => [...grounds[lighting], soft].every((on) => contrast(shade, on) >= 4.5));
  return {
    "--accent": oklchToHex(fill),
    "--accent-hover": oklchToHex(hover),
    "--accent-contrast": label,
    "--accent-text": oklchToHex(text),
    "--accent-soft": soft,
  };
}

/** The nearest colour of the same hue that serves: darker by day, lighter by night. */
function move(color: Oklch, lighting: Lighting, serves: (shade: string) => boolean): Oklch {
  const step = lighting === "light" ? -0.005 : 0.005;
  for (let l = Math.min(color.l, 1); l >= 0 && l <= 1; l += step) {
    if (serves(oklchToHex({ ...color, l }))) return { ...color, l };
  }
  return { ...color, l: lighting === "light" ? 0 : 1 };
}

function stands(shade: string, lighting: Lighting): boolean {
  return grounds[lighting].every((ground) => contrast(shade, ground) >= 3);
}

function labelOn(shade: string): string | null {
  return Object.values(words).find((label) => contrast(label, shade) >= 4.5) ?? null;
}
