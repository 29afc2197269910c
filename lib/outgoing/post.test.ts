import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OutOfReach, type Post, post } from "./post";

let server: Server;
let connections = 0;
let port = 0;
beforeEach(async () => {
  connections = 0;
  server = createServer((_, response) => response.writeHead(302, { location: "/elsewhere" }).end("moved"));
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  ({ port } = server.address() as { port: number });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const sent = (url: string, given: Partial<Post> = {}) =>
  post({
    url: new URL(url),
    headers: {},
    body: "{}",
    reach: "public",
    maxBytes: 1_000,
    signal: AbortSignal.timeout(5_000),
    ...given,
  });

describe("a public request is refused before it connects", () => {
  test.each([
    "http://example.com/",
    "https://127.0.0.1:PORT/",
    "https://127.1:PORT/",
    "https://0x7f000001:PORT/",
    "https://2130706433:PORT/",
    "https://0177.0.0.1:PORT/",
    "https://[::1]:PORT/",
    "https://[::ffff:127.0.0.1]:PORT/",
    "https://[::]:PORT/",
    "https://0.0.0.0:PORT/",
    "https://localhost:PORT/",
    "https://LOCALHOST:PORT/",
    "https://169.254.169.254/latest/meta-data",
    "https://example.com:22/",
    "https://example.com:25/",
  ])("%s", async (url) => {
    await expect(sent(url.replace("PORT", String(port)))).rejects.toBeInstanceOf(OutOfReach);
    expect(connections).toBe(0);
  });
});

test("a redirect is an answer, and is not followed", async () => {
  const answer = await sent(`http://127.0.0.1:${port}/`, { reach: "anywhere" });
  expect(answer).toMatchObject({ status: 302, body: "moved" });
  expect(connections).toBe(1);
});

test("where the operator allows it, an inner address is reached by its name too", async () => {
  expect(await sent(`http://localhost:${port}/`, { reach: "anywhere" })).toMatchObject({ status: 302 });
});
