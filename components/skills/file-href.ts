/** Where a file of a skill is shown. `version` is null for the latest. */
export function fileHref(slug: string, path: string, version: string | null): string {
  return fileAddress(slug, "files", path, version);
}

/** Where a file of a skill is downloaded. */
export function rawHref(slug: string, path: string, version: string | null): string {
  return fileAddress(slug, "raw", path, version);
}

function fileAddress(slug: string, room: string, path: string, version: string | null): string {
  const segments = path.split("/").map(encodeURIComponent).join("/");
  return `/skills/${slug}/${room}/${segments}${version ? `?version=${encodeURIComponent(version)}` : ""}`;
}
