import { existsSync } from "node:fs";
import { install } from "./apt.mjs";

const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of a Chromium for the journeys, installed if need be: CHROMIUM_PATH, Playwright's own, or Debian's. */
export async function ensureBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { chromium } = await import("@playwright/test");
  const found = [chromium.executablePath(), ...known].find((path) => path && existsSync(path));
  if (found) return found;
  await install(["chromium"], "The journeys need Chromium, or CHROMIUM_PATH set to one.");
  return known[0];
}
