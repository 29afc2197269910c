import { packArchive } from "@/lib/package/archive";
import { expect, port, test } from "./fixtures";
import { ask, sessionOf } from "./http";
import { seeded } from "./seeded";

// The parser takes none shorter than 27 characters.
const BOUNDARY = "a-boundary-of-more-than-27-characters";
const FORM = `multipart/form-data; boundary=${BOUNDARY}`;

const host = `acme.localhost:${port}`;

const WORDS = "a review of the change reads every line and says what is wrong where and why".split(" ");

/** Words in no order, of so many million characters: what unpacks fast, and deflating and scanning take seconds over. */
function largeZip(millions: number): Uint8Array {
  const word = () => WORDS[Math.floor(Math.random() * WORDS.length)];
  const parts = Array.from({ length: millions }, (_, at) => ({
    path: `references/${at}.md`,
    text: Array.from({ length: 200_000 }, word).join(" "),
  }));
  const skill = "---\nname: large-one\ndescription: Is large. Use it in a test.\n---\n\n# Large\n\nRead on.\n";
  const files = [{ path: "SKILL.md", text: skill }, ...parts];
  return packArchive(files.map(({ path, text }) => ({ path, bytes: Buffer.from(text), executable: false }))).bytes;
}

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

  test("while a zip of 15 MB of text is checked, others are answered", async () => {
    const start = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="zip"; filename="large.zip"\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(start), largeZip(15), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
    let checked: { status: number; body: string } | null = null;
    const since = performance.now();
    const check = send("/api/packages/check", FORM, body).then((answer) => {
      checked = answer;
      return performance.now() - since;
    });
    let slowest = 0;
    while (!checked) {
      const asked = performance.now();
      expect((await ask("/api/health/live")).status).toBe(200);
      slowest = Math.max(slowest, performance.now() - asked);
    }
    expect(slowest).toBeLessThan((await check) / 2);
    const { status, body: found } = checked as { status: number; body: string };
    expect(status).toBe(200);
    expect(JSON.parse(found).skill).toMatchObject({ slug: "large-one", files: expect.any(Array) });
  });

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
