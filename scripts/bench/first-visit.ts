import { chromium } from "@playwright/test";
import { ensureBrowser } from "../support/browser.mjs";
import type { BenchPage, PageName } from "./pages";

export type FirstVisit = { scriptBytes: number; scripts: number; requests: number };

/** What a Chromium that has never been here fetches of each page, scripts as they come over the wire (gzip). */
export async function visitFirst(
  origin: string,
  cookie: string,
  pages: BenchPage[],
): Promise<Map<PageName, FirstVisit>> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const visits = new Map<PageName, FirstVisit>();
  try {
    for (const { name, path } of pages) {
      const context = await browser.newContext();
      const [key = "", value = ""] = cookie.split(/=(.*)/s);
      await context.addCookies([{ name: key, value, url: origin }]);
      const tab = await context.newPage();
      const visit: FirstVisit = { scriptBytes: 0, scripts: 0, requests: 0 };
      const sizes: Promise<void>[] = [];
      tab.on("requestfinished", (request) => {
        visit.requests += 1;
        if (request.resourceType() !== "script") return;
        visit.scripts += 1;
        sizes.push(
          request.sizes().then(({ responseBodySize }) => {
            visit.scriptBytes += responseBodySize;
          }),
        );
      });
      await tab.goto(origin + path, { waitUntil: "networkidle" });
      await Promise.all(sizes);
      visits.set(name, visit);
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return visits;
}
