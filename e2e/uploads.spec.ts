import { expect, port, test } from "./fixtures";
import { ask, sessionOf } from "./http";
import { seeded } from "./seeded";

// The parser takes none shorter than 27 characters.
const BOUNDARY = "a-boundary-of-more-than-27-characters";
const FORM = `multipart/form-data; boundary=${BOUNDARY}`;

const host = `acme.localhost:${port}`;

const part = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

test.describe("what is sent to the publishing door", () => {
  let headers: Record<string, string>;

  test.beforeAll(async () => {
    headers = { cookie: await sessionOf("acme", seeded.acme.member), origin: `http://${host}` };
  });

  const send = (path: string, type: string, body: string | Buffer, more: Record<string, string> = {}) =>
    ask(path, { method: "POST", headers: { ...headers, "content-type": type, ...more }, body });

  for (const path of ["/api/packages/check", "/api/packages/publish"]) {
    test(`${path}: more than 6 MB is refused with a sentence, announced or not`, async () => {
      const body = Buffer.alloc(7 * 1024 * 1024, "a");
      const announced = await send(path, FORM, body);
      const streamed = await send(path, FORM, body, { "transfer-encoding": "chunked" });
      for (const answer of [announced, streamed]) {
        expect(answer.status).toBe(413);
        expect(JSON.parse(answer.body).error).toMatch(/more than the 6 MB/);
      }
    });

    test(`${path}: what is no form, and a form of the wrong things, is refused with a sentence`, async () => {
      for (const [type, body] of [
        ["text/plain", "hello"],
        ["application/json", "{}"],
        ["multipart/form-data", "--x--"],
        [FORM, ""],
        [FORM, `${part("file", "text, not a file")}--${BOUNDARY}--\r\n`],
        [FORM, `${part("path", "a")}${part("path", "b")}--${BOUNDARY}--\r\n`],
        [FORM, `${part("zip", "not a file")}--${BOUNDARY}--\r\n`],
        [FORM, `${part("x", "1").repeat(3_000)}--${BOUNDARY}--\r\n`],
      ] as const) {
        const answer = await send(path, type, body);
        expect([answer.status, type]).toEqual([422, type]);
        expect(JSON.parse(answer.body).error).toMatch(/^[A-Z].*\.$/);
      }
    });
  }

  test("publishing with wrong, doubled and unknown fields names the fields and writes nothing", async () => {
    const name = `never-${Math.random().toString(36).slice(2, 8)}`;
    const text = part("text", `---\nname: ${name}\ndescription: Never published. Use it never.\n---\n\nText.\n`);
    for (const [fields, refused] of [
      ["", "category"],
      [part("category", "Engineering"), "version"],
      [part("category", "Engineering") + part("category", "Finance") + part("version", "1.0.0"), "category"],
      [part("category", "No such") + part("version", "1.0.0"), "category"],
      [part("category", "Engineering") + part("version", "one"), "version"],
      [part("category", "Engineering") + part("version", "1.0.0") + part("authorId", "x"), "form"],
      [part("category", "Engineering") + part("version", "1.0.0") + part("tags", "a,".repeat(600)), "tags"],
    ] as const) {
      const answer = await send("/api/packages/publish", FORM, `${text}${fields}--${BOUNDARY}--\r\n`);
      expect([answer.status, Object.keys(JSON.parse(answer.body).fields)]).toEqual([
        422,
        expect.arrayContaining([refused]),
      ]);
    }
    expect((await ask(`/skills/${name}`)).status).toBe(404);
  });
});
