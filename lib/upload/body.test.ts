import { expect, test } from "vitest";
import { readBody, tooLarge } from "./body";

const address = "http://acme.localhost/api/packages/check";
const MB = 1024 * 1024;

function streamed(chunks: number, size: number, seen: { pulled: number }): Request {
  const body = new ReadableStream({
    pull(controller) {
      if (seen.pulled >= chunks) return controller.close();
      seen.pulled += 1;
      controller.enqueue(new Uint8Array(size).fill(7));
    },
  });
  return new Request(address, { method: "POST", body, duplex: "half" } as RequestInit);
}

test("a body within the limit arrives whole", async () => {
  const body = await readBody(streamed(5, MB, { pulled: 0 }));
  expect(body?.length).toBe(5 * MB);
  expect(body?.every((byte) => byte === 7)).toBe(true);
});

test("a body that says it is too large is not read at all", async () => {
  const request = new Request(address, { method: "POST", body: "x", headers: { "content-length": String(7 * MB) } });
  expect(await readBody(request)).toBeNull();
  expect(request.bodyUsed).toBe(false);
});

test("a body that does not say how large it is stops being read at the limit", async () => {
  const seen = { pulled: 0 };
  expect(await readBody(streamed(1000, MB, seen))).toBeNull();
  expect(seen.pulled).toBeLessThan(10);
});

test("a request without a body has an empty one", async () => {
  expect((await readBody(new Request(address, { method: "POST" })))?.length).toBe(0);
});

test("too much is answered with a sentence", async () => {
  expect(tooLarge().status).toBe(413);
  expect((await tooLarge().json()).error).toContain("6 MB");
});
