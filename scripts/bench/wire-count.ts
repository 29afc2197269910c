import { connect, createServer, type Server, type Socket } from "node:net";
import { type Frame, frameReader } from "@/db/wire";

export type Statements = {
  /** All but BEGIN, COMMIT and ROLLBACK. */
  statements: number;
  /** Times that the server sent something and waited for the database, those three included. */
  roundTrips: number;
};

export type WireCounter = { url: string; texts: string[]; take(): Statements; close(): Promise<void> };

const TRANSACTION = /^\s*(begin|commit|rollback)\b/i;

/** A way to the database that counts what goes over it, exactly and on any PostgreSQL. `texts` are the statements since `take`. */
export async function countOnTheWire(databaseUrl: string): Promise<WireCounter> {
  const target = new URL(databaseUrl);
  const seen = { texts: [] as string[], roundTrips: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [client, database]) sockets.add(socket.setNoDelay(true).on("error", () => {}));
    watch(client, database, seen);
    client.pipe(database).pipe(client);
  });
  const port = await listen(server);
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    texts: seen.texts,
    take() {
      const statements = seen.texts.filter((text) => !TRANSACTION.test(text)).length;
      const { roundTrips } = seen;
      seen.texts.length = 0;
      seen.roundTrips = 0;
      return { statements, roundTrips };
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

const listen = (server: Server) =>
  new Promise<number>((done) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      done(typeof address === "object" && address ? address.port : 0);
    });
  });

/** A round trip begins with the first message that goes out after something came in. */
function watch(client: Socket, database: Socket, seen: { texts: string[]; roundTrips: number }): void {
  const read = frameReader();
  const statementOf = new Map<string, string>();
  let bound = "";
  let hasAnswered = true;
  database.on("data", () => {
    hasAnswered = true;
  });
  client.on("data", (chunk: Buffer) => {
    const frames = read(chunk);
    if (hasAnswered && frames.some(({ type }) => type !== "p" && type !== "startup")) {
      hasAnswered = false;
      seen.roundTrips += 1;
    }
    for (const frame of frames) {
      if (frame.type === "Q") seen.texts.push(textAt(frame, 5).text);
      if (frame.type === "P") {
        const name = textAt(frame, 5);
        statementOf.set(name.text, textAt(frame, name.next).text);
      }
      if (frame.type === "B") bound = textAt(frame, textAt(frame, 5).next).text;
      if (frame.type === "E") seen.texts.push(statementOf.get(bound) ?? "");
    }
  });
}

function textAt({ bytes }: Frame, from: number): { text: string; next: number } {
  const end = bytes.indexOf(0, from);
  return { text: bytes.toString("utf8", from, end), next: end + 1 };
}
