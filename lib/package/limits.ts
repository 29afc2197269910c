// The figures follow the security notes' suggestion: far above what real skills need, far below what hurts the server.
const KB = 1024;
const MB = 1024 * KB;

export const MAX_ARCHIVE_BYTES = 5 * MB;
export const MAX_UNPACKED_BYTES = 20 * MB;
export const MAX_FILES = 200;
/** Files, directories and the shadow files macOS adds: refused before any entry is read. */
export const MAX_ARCHIVE_ENTRIES = 600;
/** Inflated bytes per compressed byte … */
export const MAX_RATIO = 100;
/** … looked at only past this size, because a small file of spaces is no bomb. */
export const RATIO_FLOOR_BYTES = 1 * MB;
export const MAX_SKILL_MD_BYTES = 256 * KB;
export const MAX_FRONT_MATTER_BYTES = 16 * KB;
export const MAX_FRONT_MATTER_DEPTH = 12;
export const MAX_PATH_DEPTH = 8;
export const MAX_PATH_BYTES = 400;
export const MAX_NAME = 64;
export const MAX_DESCRIPTION = 1024;
export const MAX_COMPATIBILITY = 500;
export const MAX_VERSION = 64;

/** `5 MB`, `256 KB`, `12 bytes`. */
export function sizeText(bytes: number): string {
  if (bytes >= MB) return `${+(bytes / MB).toFixed(1)} MB`;
  if (bytes >= KB) return `${+(bytes / KB).toFixed(1)} KB`;
  return `${bytes} bytes`;
}
