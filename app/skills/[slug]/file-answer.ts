type File = { bytes: Uint8Array; filename: string; sha256: string; type: string };

/** A file for saving, never for showing: nothing that somebody uploaded may run as a page of this hall. */
export function fileAnswer({ bytes, filename, sha256, type }: File): Response {
  const hex = sha256.replace("sha256:", "");
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": type,
      "content-length": String(bytes.length),
      "content-disposition": `attachment; filename="${filename.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(filename)}`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "x-checksum-sha256": hex,
      "repr-digest": `sha-256=:${Buffer.from(hex, "hex").toString("base64")}:`,
    },
  });
}

export function noSuchFile(sentence: string): Response {
  return new Response(`${sentence}\n`, { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
}
