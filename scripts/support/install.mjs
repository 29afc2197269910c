import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { step } from "./progress.mjs";
import { mustRun, Refusal } from "./run.mjs";

const needed = [20, 19];

/** Throws a Refusal when this Node is older than what the packages need. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return;
  throw new Refusal(
    `Guildhall needs Node ${needed.join(".")} or newer; this is ${process.versions.node}. Install one from your system's packages or nodejs.org.`,
  );
}

// npm writes its own list only when it has installed everything, and removes it before it begins.
function isInstalled(root) {
  const hidden = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const [wanted, present] = [join(root, "package-lock.json"), hidden].map(
    (path) => JSON.parse(readFileSync(path, "utf8")).packages,
  );
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" || entry.optional || (present[path]?.version === entry.version && existsSync(join(root, path))),
  );
}

/** Installs the packages when there are none or when package-lock.json has changed since. */
export async function installPackages(root) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".guildhall-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  if (!isInstalled(root)) await npmCi(root);
  writeFileSync(stamp, lock);
}

async function npmCi(root) {
  await step("Installing the packages", async () => {
    await mustRun("The packages could not be installed:", "npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
      cwd: root,
    });
  });
}
