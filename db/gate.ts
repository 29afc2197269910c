import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { type Frame, failure, frameReader, message, readyStatus, withoutCopyFromClient } from "./wire";

/** How long a client may sit in an open transaction while others wait for the database. */
const patienceMs = 15_000;

type Client = {
  socket: Socket;
  /** Complete messages that wait for their turn. */
  frames: Frame[];
  /** Named prepared statements this client made; the one session would keep them for ever. */
  statements: Set<string>;
  admitted: boolean;
  waiting: boolean;
  gone: boolean;
};

export type Gate = { port: number; close(): Promise<void> };

const digest = (text: string) => createHash("sha256").update(text).digest();

// Names of statements a frame makes (Parse) or drops (Close), so that none outlives its client.
function noteStatement(client: Client, { type, bytes }: Frame): void {
  const nameAt = type === "P" ? 5 : type === "C" && bytes[5] === 0x53 ? 6 : 0;
  if (nameAt === 0) return;
  const name = bytes.toString("utf8", nameAt, bytes.indexOf(0, nameAt));
  if (type === "P" && name) client.statements.add(name);
  else client.statements.delete(name);
}

/**
 * Lets several PostgreSQL clients share a PGlite, which is one session: a client has the database to itself from its first
 * message until it is idle outside a transaction, and the others wait their turn. Clients sign in with `password`.
 * `onBroken` is called when the database itself has failed; nothing can be trusted after that.
 */
export async function openGate(
  pglite: PGlite,
  options: { password: string; port?: number; onBroken?: (error: unknown) => void },
): Promise<Gate> {
  const clients = new Set<Client>();
  const queue: Client[] = [];
  let owner: Client | undefined;
  let pumping: Promise<void> | undefined;
  let patience: NodeJS.Timeout | undefined;

  /** Runs messages in the session and returns the last six bytes of the answer, where ReadyForQuery stands if it came. */
  async function run(bytes: Buffer, write: (chunk: Buffer) => void): Promise<Buffer> {
    let tail = Buffer.alloc(0);
    await pglite.execProtocolRawStream(bytes, {
      syncToFs: false,
      onRawData(chunk) {
        // The chunk is a window on the database's own memory: it must be copied before the database goes on.
        const copy = Buffer.from(chunk);
        tail = copy.length >= 6 ? copy.subarray(-6) : Buffer.concat([tail, copy]).subarray(-6);
        write(copy);
      },
    });
    return tail;
  }

  async function leave(client: Client): Promise<void> {
    const discard = () => {};
    if (owner === client) await run(message("S"), discard);
    const drops = [...client.statements].map((name) => message("C", Buffer.from(`S${name}\0`)));
    await run(message("Q", Buffer.from("rollback; reset role; reset all\0")), discard);
    await run(Buffer.concat([...drops, message("S")]), discard);
    clients.delete(client);
    owner = undefined;
  }

  async function serve(client: Client): Promise<void> {
    if (client.gone) return leave(client);
    const frames = client.frames.splice(0);
    const last = frames.at(-1);
    if (!last) return;
    owner = client;
    for (const frame of frames) noteStatement(client, frame);
    const tail = await run(Buffer.concat(frames.map((frame) => frame.bytes)), (chunk) => client.socket.write(chunk));
    // Idle means that every message has its ReadyForQuery and that no transaction is open.
    const answered = last.type === "startup" || last.type === "Q" || last.type === "S" || last.type === "F";
    if (answered && readyStatus(tail) === "I") owner = undefined;
    if (owner === undefined && (client.gone || client.frames.length > 0)) enter(client);
  }

  async function pump(): Promise<void> {
    for (;;) {
      const next = owner ? (owner.gone || owner.frames.length > 0 ? owner : undefined) : queue.shift();
      if (!next) break;
      next.waiting = false;
      await serve(next);
      // The database runs in this thread: sockets are read between two turns or never.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  function start(): void {
    clearTimeout(patience);
    patience = undefined;
    pumping ??= pump()
      .catch((error) => options.onBroken?.(error))
      .finally(() => {
        pumping = undefined;
        const stuck = owner;
        if (stuck && !stuck.gone && stuck.frames.length === 0 && queue.length > 0) {
          patience = setTimeout(
            () => refuse(stuck, "25P03", "The transaction stayed open while others waited for the database."),
            patienceMs,
          );
        }
      });
  }

  function enter(client: Client): void {
    if (client !== owner && !client.waiting) {
      client.waiting = true;
      queue.push(client);
    }
    // Someone who sits in a transaction isn't given more time by those who come to wait for it.
    if (client === owner || !patience) start();
  }

  function refuse(client: Client, code: string, sentence: string): void {
    client.socket.end(failure(code, sentence));
    gone(client);
  }

  function gone(client: Client): void {
    if (client.gone) return;
    client.gone = true;
    client.frames.length = 0;
    if (client.admitted) enter(client);
    else clients.delete(client);
  }

  function admit(client: Client, frame: Frame, startup: Frame | undefined): Frame | undefined {
    if (frame.type === "startup") {
      client.socket.write(message("R", Buffer.from([0, 0, 0, 3])));
      return frame;
    }
    const offered = frame.type === "p" ? frame.bytes.toString("utf8", 5, frame.bytes.length - 1) : "";
    if (!startup || !timingSafeEqual(digest(offered), digest(options.password))) {
      refuse(client, "28P01", "The password of the embedded database is in the lock file of its data directory.");
      return;
    }
    client.admitted = true;
    client.frames.push(startup);
    enter(client);
  }

  const server = createServer((socket) => {
    const client: Client = {
      socket,
      frames: [],
      statements: new Set(),
      admitted: false,
      waiting: false,
      gone: false,
    };
    clients.add(client);
    socket.setNoDelay(true);
    const read = frameReader();
    let startup: Frame | undefined;
    socket.on("data", (chunk) => {
      try {
        for (const frame of read(chunk)) {
          if (client.gone) return;
          if (frame.type === "encryption") socket.write("N");
          else if (frame.type === "cancel" || frame.type === "X") socket.end();
          else if (!client.admitted) startup = admit(client, frame, startup);
          else client.frames.push(withoutCopyFromClient(frame));
        }
        if (client.admitted && client.frames.length > 0) enter(client);
      } catch (error) {
        refuse(client, "08P01", (error as Error).message);
      }
    });
    socket.on("error", () => {});
    socket.on("end", () => gone(client));
    socket.on("close", () => gone(client));
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });

  return {
    port: (server.address() as { port: number }).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const client of clients) client.socket.end();
      const giveUp = setTimeout(() => {
        for (const client of clients) client.socket.destroy();
      }, 1_000);
      await closed;
      clearTimeout(giveUp);
      clearTimeout(patience);
      while (pumping) await pumping;
    },
  };
}
