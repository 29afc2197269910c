import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { step } from "./progress.mjs";
import { mustRun } from "./run.mjs";

const folders = ["app", "components", "lib", "db", "drizzle", "public"];
// Not tsconfig.json: Next rewrites it while it builds.
const files = ["middleware.ts", "next.config.mjs", "postcss.config.mjs", "package.json", "package-lock.json"];
const isTest = (path) => /\.test\.tsx?$/.test(path);

/** Where the build is, from `root`; the same name that next.config.mjs reads. */
export const buildFolder = () => process.env.NEXT_DIST_DIR ?? ".next";

/** One digest of all that goes into a build. */
export function sourceDigest(root) {
  const found = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .concat(files.map((file) => join(root, file)).filter((file) => existsSync(file)))
    .filter((path) => !isTest(path))
    .sort();
  const digest = createHash("sha256").update(process.version);
  for (const path of found) digest.update(path.slice(root.length)).update("\0").update(readFileSync(path)).update("\0");
  return digest.digest("hex");
}

/** Builds the pages when their sources have changed since the last build. */
export async function buildPages(root) {
  const digest = sourceDigest(root);
  const stamp = join(root, buildFolder(), "guildhall-sources");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  await step("Building the pages", async () => {
    await mustRun(
      "The pages could not be built:",
      process.execPath,
      [join(root, "node_modules/next/dist/bin/next"), "build"],
      {
        cwd: root,
        env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      },
    );
    // Not before: the launcher reads this file when nothing is installed yet.
    const { compressStatic } = await import("./static-files.mjs");
    await compressStatic(join(root, buildFolder()));
  });
  writeFileSync(stamp, digest);
}
