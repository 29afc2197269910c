import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mustRun, Refusal, run } from "./run.mjs";

const quiet = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };

/** Whether packages can be installed here: Debian's apt, and the right to use it. */
export const mayInstall = () => existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;

/** Installs Debian packages. Where that cannot be, throws a Refusal: `purpose`, and what to install by hand. */
export async function install(packages, purpose) {
  if (!mayInstall()) {
    throw new Refusal(`${purpose} Install it with: apt-get install ${packages.join(" ")}`);
  }
  const args = ["install", "-y", "--no-install-recommends", ...packages];
  if ((await run("apt-get", args, { env: quiet })).code === 0) return;
  // The lists are older than what the mirror holds, or were never fetched.
  await mustRun("The package lists could not be fetched:", "apt-get", ["update"], { env: quiet });
  await mustRun(`${purpose} It could not be installed:`, "apt-get", args, { env: quiet });
}

export async function isAvailable(name) {
  return /^ {2}Candidate: \d/m.test((await run("apt-cache", ["policy", name])).output);
}

/** The address of Debian's own archive as this machine is set up to reach it; null when there is none. */
export function debianMirror(directory = "/etc/apt") {
  const list = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");
  const parts = existsSync(`${directory}/sources.list.d`) ? readdirSync(`${directory}/sources.list.d`).sort() : [];
  const texts = ["sources.list", ...parts.map((part) => `sources.list.d/${part}`)].map((path) =>
    list(`${directory}/${path}`),
  );
  const addresses = texts.flatMap((text) =>
    text.split("\n").flatMap((line) => {
      const oneLine = line.match(/^\s*deb(?:-src)?\s+(?:\[[^\]]*\]\s+)?(\S+)/);
      const field = line.match(/^URIs:\s*(.+)/i);
      return oneLine ? [oneLine[1]] : (field?.[1].trim().split(/\s+/) ?? []);
    }),
  );
  return addresses.find((address) => /\/debian\/?$/.test(address)) ?? null;
}
