import localFont from "next/font/local";

/*
 * Schibsted Grotesk, drawn for a newspaper: plain at text sizes, with a voice in headings. One variable file of 46 KB serves every
 * weight. Only the Latin part is preloaded; a name with letters beyond it fetches the second file when it is first shown.
 */
const latin = localFont({
  src: "../../node_modules/@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2",
  weight: "400 900",
  display: "swap",
  variable: "--font-hall-latin",
  adjustFontFallback: "Arial",
});

const latinExtended = localFont({
  src: "../../node_modules/@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-ext-wght-normal.woff2",
  weight: "400 900",
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
export const typeface = `${latin.variable} ${latinExtended.variable}`;
