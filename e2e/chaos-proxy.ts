import { connect, createServer, type Socket } from "node:net";

export type ChaosProxy = {
  port: number;
  cut(): void;
  freeze(): void;
  restore(): void;
  close(): Promise<void>;
};

/**
 * Stands between a server and its database. `cut` ends what is open and refuses what comes; `freeze` keeps all connections,
 * takes new ones, and passes nothing on; `restore` ends either, and what a frozen one had swallowed comes through late.
 */
export async function openChaosProxy(target: { host: string; port: number }): Promise<ChaosProxy> {
  const sockets = new Set<Socket>();
  const links = new Set<{ join(): void; freeze(): void }>();
  let isCut = false;
  let isFrozen = false;

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
    const join = () => client.pipe(database).pipe(client);
    const freeze = () => client.unpipe(database) && database.unpipe(client);
    links.add({ join, freeze });
    client.on("close", () => database.destroy());
    if (!isFrozen) join();
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
    freeze() {
      isFrozen = true;
      for (const link of links) link.freeze();
    },
    restore() {
      isCut = false;
      if (isFrozen) for (const link of links) link.join();
      isFrozen = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        endAll();
      }),
  };
}
