import { chromium } from "@playwright/test";
import { ensureBrowser } from "../support/browser.mjs";
import type { BenchPage, PageName } from "./pages";
import { ask } from "./web";

export type FirstVisit = { scriptBytes: number; scripts: number; requests: number };

/** What a Chromium that has never been here fetches of each page; the bytes of its scripts as whoever takes only gzip gets them. */
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
      const scripts: string[] = [];
      tab.on("requestfinished", (request) => {
        visit.requests += 1;
        if (request.resourceType() !== "script") return;
        visit.scripts += 1;
        scripts.push(request.url());
      });
      await tab.goto(origin + path, { waitUntil: "networkidle" });
      for (const script of scripts) visit.scriptBytes += await gzipBytes(script);
      visits.set(name, visit);
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return visits;
}

// Asked for again, because a browser on this very machine takes Brotli, with which the bytes would be fewer.
async function gzipBytes(address: string): Promise<number> {
  const { host, port, pathname, search } = new URL(address);
  const { body } = await ask(Number(port), pathname + search, { headers: { host, "accept-encoding": "gzip" } });
  return body.length;
}
