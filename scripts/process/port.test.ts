import { createServer } from "node:net";
import { expect, test } from "vitest";
import { checkPort } from "../support/web.mjs";

test("a port in use gets a sentence before any work is done, a free one none", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await expect(checkPort(port)).rejects.toThrow(`Port ${port} is in use. Stop what uses it, or choose another one`);
  await new Promise((resolve) => server.close(resolve));
  await expect(checkPort(port)).resolves.toBeUndefined();
});
