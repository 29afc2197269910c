import { createHash } from "node:crypto";

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * The fingerprint ClawHub's client computes of an installed folder to ask which version it is: SHA-256 over lines
 * `path:sha256`, sorted by `localeCompare` as that client does, joined by a line feed.
 */
export function clawhubFingerprint(files: readonly { path: string; sha256: string }[]): string {
  const sorted = [...files].sort((a, b) => a.path.localeCompare(b.path, "en"));
  return sha256(sorted.map((file) => `${file.path}:${file.sha256}`).join("\n"));
}

/** `sha256:<hex>` of the deterministic archive's bytes: what discovery clients check after a download. */
export function archiveDigest(archive: { sha256: string }): string {
  return `sha256:${archive.sha256}`;
}
