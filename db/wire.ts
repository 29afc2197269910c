// The little of PostgreSQL's wire protocol (version 3) that the gate in front of the embedded database has to understand.

/** One whole message of a client. `bytes` is what came over the wire; `type` its letter, or what the first message is. */
export type Frame = { type: string; bytes: Buffer };

const cancelRequest = 80877102;
const encryptionRequests = new Set([80877103, 80877104]);
const protocolMajor = 3;
const maxStartupBytes = 10_000;
const maxMessageBytes = 256 * 1024 * 1024;

export function message(type: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, "latin1");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** A FATAL ErrorResponse; the connection ends after it. */
export function failure(code: string, text: string): Buffer {
  return message("E", Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${text}\0\0`));
}

/** “I” idle, “T” in a transaction, “E” in a failed one; null when `tail`, the end of an answer, is no ReadyForQuery. */
export function readyStatus(tail: Buffer): string | null {
  return tail.length === 6 && tail.toString("latin1", 0, 5) === "Z\0\0\0\x05"
    ? String.fromCharCode(tail[5] ?? 0)
    : null;
}

// At the start of a statement, comments allowed before it; a quote ends the search, so that text which only mentions it passes.
const copyFromClient = /(?:^|;)(?:\s|--[^\n]*\n|\/\*[^*]*\*\/)*copy\s[^;']*?\bfrom\s+stdin\b/i;

const refusal = Buffer.from(
  "do $$ begin raise exception using errcode = '0A000', message = 'The embedded database cannot COPY FROM STDIN; use INSERT.'; end $$\0",
);

/**
 * The message itself, or, where it starts COPY … FROM STDIN, one in its place that fails as any statement fails. PGlite reads no
 * further input in the middle of a statement: it would wait for the rows for ever.
 */
export function withoutCopyFromClient(frame: Frame): Frame {
  const { type, bytes } = frame;
  if (type !== "Q" && type !== "P") return frame;
  const sqlAt = type === "Q" ? 5 : bytes.indexOf(0, 5) + 1;
  if (!copyFromClient.test(bytes.toString("latin1", sqlAt))) return frame;
  const parameterCount = type === "P" ? Buffer.alloc(2) : Buffer.alloc(0);
  return { type, bytes: message(type, Buffer.concat([bytes.subarray(5, sqlAt), refusal, parameterCount])) };
}

function firstFrameType(code: number): string {
  if (code === cancelRequest) return "cancel";
  if (encryptionRequests.has(code)) return "encryption";
  if (code >>> 16 === protocolMajor) return "startup";
  throw new Error("This is not PostgreSQL's protocol, version 3.");
}

/**
 * Cuts a stream into messages: call it with each chunk, get the messages completed by it. Throws on bytes that cannot be
 * PostgreSQL's protocol.
 */
export function frameReader(): (chunk: Buffer) => Frame[] {
  let chunks: Buffer[] = [];
  let held = 0;
  let needed = 8;
  let started = false;

  return (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    const frames: Frame[] = [];
    // Joined only when a message can be complete: a large one arrives in thousands of chunks.
    if (held < needed) return frames;
    let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    for (;;) {
      const head = started ? 5 : 8;
      if (rest.length < head) {
        needed = head;
        break;
      }
      const length = started ? rest.readUInt32BE(1) + 1 : rest.readUInt32BE(0);
      if (length < head || length > (started ? maxMessageBytes : maxStartupBytes)) {
        throw new Error(`A message of ${length} bytes is not PostgreSQL's protocol.`);
      }
      if (rest.length < length) {
        needed = length;
        break;
      }
      const type = started ? String.fromCharCode(rest[0] ?? 0) : firstFrameType(rest.readUInt32BE(4));
      frames.push({ type, bytes: rest.subarray(0, length) });
      if (type === "startup") started = true;
      rest = rest.subarray(length);
    }
    chunks = [rest];
    held = rest.length;
    return frames;
  };
}
