/** The path of a file from the segments of an address, which Next hands on still encoded. */
export function pathOf(segments: string[]): string {
  try {
    return segments.map(decodeURIComponent).join("/");
  } catch {
    return segments.join("/");
  }
}
