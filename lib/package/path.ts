import { shown } from "./finding";
import { MAX_PATH_BYTES, MAX_PATH_DEPTH } from "./limits";

export type PathProblem = { rule: string; message: string };

const WINDOWS_RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/**
 * What is wrong with a path inside a package, or null. A path that passes can be created below any folder on Linux,
 * macOS and Windows without leaving it, and is spelled in exactly one way (NFC).
 */
export function pathProblem(path: string): PathProblem | null {
  const problem = wholePathProblem(path) ?? firstSegmentProblem(path);
  return problem && { rule: problem[0], message: `The path “${shown(path)}” ${problem[1]}` };
}

function wholePathProblem(path: string): [string, string] | null {
  if (path === "") return ["path-empty", "is empty. Give the file a name."];
  if (CONTROL.test(path)) return ["path-control-character", "holds a control character. Rename the file."];
  if (path.includes("\\")) return ["path-backslash", "holds a backslash. Use forward slashes."];
  if (/^[a-z]:/i.test(path)) return ["path-drive-letter", "starts with a drive letter. Use a relative path."];
  if (path.startsWith("/")) return ["path-absolute", "is absolute. Use a path relative to the skill's folder."];
  if (path !== path.normalize("NFC")) return ["path-not-nfc", "is not in Unicode's composed form (NFC)."];
  if (new TextEncoder().encode(path).length > MAX_PATH_BYTES)
    return ["path-too-long", `is longer than ${MAX_PATH_BYTES} bytes. Shorten it.`];
  if (path.split("/").length > MAX_PATH_DEPTH)
    return ["path-too-deep", `has more than ${MAX_PATH_DEPTH} levels. Move the file up.`];
  return null;
}

function firstSegmentProblem(path: string): [string, string] | null {
  for (const segment of path.split("/")) {
    if (segment === "..") return ["path-traversal", "leaves the skill's folder with “..”."];
    if (segment === "" || segment === ".") return ["path-empty-segment", "has an empty or “.” segment."];
    if (/[<>:"|?*]/.test(segment))
      return ["path-windows-character", 'holds one of < > : " | ? *, which Windows refuses.'];
    if (/[. ]$/.test(segment)) return ["path-trailing-dot", "has a segment that ends in a dot or a space."];
    // Windows looks only at what stands before the first dot: `nul.tar.gz` is still the null device.
    if (WINDOWS_RESERVED.test(segment.split(".")[0]?.trimEnd() ?? ""))
      return ["path-reserved-name", `uses “${segment}”, a device name on Windows. Rename it.`];
  }
  return null;
}

/** Two paths with the same fold would be one file on a Mac or on Windows. */
export function foldPath(path: string): string {
  return path.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFC");
}

/** Byte order of the code units: the same on every machine, which `localeCompare` is not. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
