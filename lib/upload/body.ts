// The largest package is 5 MB when packed; the rest is for the form around it.
const MAX_BODY_BYTES = 6 * 1024 * 1024;

/** The body of a request; null when it is larger than 6 MB, of which no more than that is read. */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  return joined(chunks, size);
}

function joined(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

export function tooLarge(): Response {
  const error = "This is more than the 6 MB that can be sent at once. A package may have 5 MB when zipped.";
  return Response.json({ error, code: "too_large", fields: {} }, { status: 413 });
}
