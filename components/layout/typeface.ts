import localFont from "next/font/local";

/*
 * Instrument Sans: plain at text sizes, with a voice in headings, and figures that align without looking typewritten. One variable
 * file of 30 KB serves every weight. Only the Latin part is preloaded; italics, and letters beyond Latin, are fetched when they are
 * first shown.
 */
const latin = localFont({
  src: "../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2",
  weight: "400 700",
  display: "swap",
  variable: "--font-hall-latin",
  adjustFontFallback: "Arial",
});

const italic = localFont({
  src: "../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-italic.woff2",
  weight: "400 700",
  style: "italic",
  display: "swap",
  preload: false,
  variable: "--font-hall-italic",
  adjustFontFallback: false,
});

const extended = localFont({
  src: "../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-ext-wght-normal.woff2",
  weight: "400 700",
  display: "swap",
  preload: false,
  variable: "--font-hall-extended",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
});

/** The classes that `<html>` needs for the typeface. */
export const typeface = [latin, italic, extended].map(({ variable }) => variable).join(" ");
