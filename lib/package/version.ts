import semver from "semver";
import { MAX_VERSION } from "./limits";

/**
 * The version as written, or null when it is not one: MAJOR.MINOR.PATCH with an optional pre-release, no leading `v`, no
 * build metadata (two builds of one version would be the same version), at most 64 characters.
 */
export function parseVersion(text: string): string | null {
  if (text.length > MAX_VERSION || text.includes("+")) return null;
  const parsed = semver.parse(text);
  return parsed && parsed.version === text ? text : null;
}

/** The versions a publisher may want next; after a pre-release, `patch` is its release. Throws on a version that is none. */
export function nextVersions(latest: string | null): { patch: string; minor: string; major: string } {
  if (latest === null) return { patch: "0.0.1", minor: "0.1.0", major: "1.0.0" };
  const next = (step: "patch" | "minor" | "major") => {
    const version = semver.inc(latest, step);
    if (version === null) throw new RangeError(`“${latest}” is not a version.`);
    return version;
  };
  return { patch: next("patch"), minor: next("minor"), major: next("major") };
}
