import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { mustRun, Refusal } from "../support/run.mjs";
import { compressStatic } from "../support/static-files.mjs";
import type { Target } from "./load";
import { ask, startWeb, type Web } from "./web";

const folder = "scripts/bench/floor";
const WORD = "Floor of";

/** Builds the floor when it or Next is newer than its build, and serves it with the product's own server. */
export async function startFloor(port: number): Promise<Web> {
  await buildFloor();
  return startWeb(folder, port, {});
}

async function buildFloor(): Promise<void> {
  const sources = ["app/page.jsx", "app/layout.jsx", "next.config.mjs"].map((file) =>
    readFileSync(join(folder, file), "utf8"),
  );
  const wanted = [readFileSync("node_modules/next/package.json", "utf8"), ...sources, "compressed"].join("\n");
  const stamp = join(folder, ".next/guildhall-sources");
  if (existsSync(stamp) && statSync(stamp).isFile() && readFileSync(stamp, "utf8") === wanted) return;
  const next = resolve("node_modules/next/dist/bin/next");
  await mustRun("The floor could not be built:", process.execPath, [next, "build"], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  await compressStatic(join(folder, ".next"));
  writeFileSync(stamp, wanted);
}

/** The floor's page with as many bytes as asked, within two percent. */
export async function floorOf(floor: Web, bytes: number): Promise<Target> {
  const headers = { host: `localhost:${floor.port}` };
  let asked = bytes;
  for (let attempt = 0; attempt < 20; attempt++) {
    const path = `/?bytes=${Math.round(asked)}`;
    const { body } = await ask(floor.port, path, { headers });
    if (Math.abs(body.length / bytes - 1) <= 0.02) return { port: floor.port, path, headers, word: WORD };
    asked += bytes - body.length;
  }
  throw new Refusal(`The floor does not come to ${bytes} bytes.`);
}
