/** The path of a file from the segments of an address, which Next hands on still encoded. Empty for what no file can have. */
export function pathOf(segments: string[]): string {
  try {
    const path = segments.map(decodeURIComponent).join("/");
    // The database cannot even be asked for a NUL.
    return path.includes("\0") ? "" : path;
  } catch {
    return "";
  }
}
