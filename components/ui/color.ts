/** A colour in OKLCH: lightness 0–1, chroma 0–0.4, hue in degrees. Steps of equal lightness look equal, whatever the hue. */
export type Oklch = { l: number; c: number; h: number };

type Rgb = [number, number, number];

/** `#rrggbb` → OKLCH; null for anything else. Matrices from https://bottosson.github.io/posts/oklab/. */
export function hexToOklch(hex: string): Oklch | null {
  const rgb = parseHex(hex);
  if (!rgb) return null;
  const [r, g, b] = rgb.map(toLinear) as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360,
  };
}

/** OKLCH → `#rrggbb`. A colour that a screen cannot show loses chroma until it can, and keeps its lightness and hue. */
export function oklchToHex({ l, c, h }: Oklch): string {
  let [low, high] = [0, c];
  if (inGamut(toRgb({ l, c, h }))) low = c;
  else for (let step = 0; step < 20; step++) [low, high] = narrow(l, h, low, high);
  return `#${toRgb({ l, c: low, h })
    .map((channel) => toByte(channel).toString(16).padStart(2, "0"))
    .join("")}`;
}

/** The contrast ratio of two `#rrggbb` colours, 1–21, as WCAG 2 defines it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = (parseHex(hex) ?? [0, 0, 0]).map(toLinear) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function narrow(l: number, h: number, low: number, high: number): [number, number] {
  const middle = (low + high) / 2;
  return inGamut(toRgb({ l, c: middle, h })) ? [middle, high] : [low, middle];
}

function toRgb({ l, c, h }: Oklch): Rgb {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const ll = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const mm = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const ss = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * ll - 3.3077115913 * mm + 0.2309699292 * ss,
    -1.2684380046 * ll + 2.6097574011 * mm - 0.3413193965 * ss,
    -0.0041960863 * ll - 0.7034186147 * mm + 1.707614701 * ss,
  ];
}

function inGamut(linear: Rgb): boolean {
  return linear.every((channel) => channel >= -0.0001 && channel <= 1.0001);
}

function parseHex(hex: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  return match && (match.slice(1).map((pair) => Number.parseInt(pair, 16) / 255) as Rgb);
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function toByte(linear: number): number {
  const channel = linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.max(linear, 0) ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(Math.max(channel, 0), 1) * 255);
}
