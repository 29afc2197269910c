import { connect, createServer, type Socket } from "node:net";

export type ChaosProxy = { port: number; cut(): void; restore(): void; close(): Promise<void> };

/**
 * Stands between a server and its database. `cut` ends what is open and refuses what comes; `restore` lets new connections
 * through.
 */
export async function openChaosProxy(target: { host: string; port: number }): Promise<ChaosProxy> {
  const sockets = new Set<Socket>();
  let isCut = false;

  const server = createServer((client) => {
    sockets.add(client);
    client.on("error", () => {}).on("close", () => sockets.delete(client));
    if (isCut) return void client.destroy();
    const database = connect(target);
    sockets.add(database);
    database
      .on("error", () => client.destroy())
      .on("close", () => {
        sockets.delete(database);
        client.destroy();
      });
    client.on("close", () => database.destroy());
    client.pipe(database).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    cut() {
      isCut = true;
      endAll();
    },
    restore() {
      isCut = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        endAll();
      }),
  };
}
