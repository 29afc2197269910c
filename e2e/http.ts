import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { port } from "./place";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string; bytes: Buffer };

type Asked = { host?: string; method?: string; headers?: Record<string, string | string[]>; body?: string | Buffer };

/** One request exactly as it is written here: Node resolves no name and follows no redirect. */
export function ask(
  path: string,
  { host = `acme.localhost:${port}`, method = "GET", headers = {}, body }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: "127.0.0.1", port, path, method, headers: { host, ...headers }, setHost: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const bytes = Buffer.concat(chunks);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes.toString("utf8"), bytes });
        });
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}

/** Bytes as they are, for requests that no client library would send. Answers with all that came back. */
export function askRaw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1" }, () => socket.write(bytes));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.once("close", () => resolve(answer));
    socket.once("error", reject);
    socket.setTimeout(5_000, () => socket.destroy());
  });
}

/** A session cookie for a seeded person, from the demo's sign-in. */
export async function sessionOf(slug: string, email: string): Promise<string> {
  const host = `${slug}.localhost:${port}`;
  const first = await ask("/api/auth/csrf", { host });
  const { csrfToken } = JSON.parse(first.body) as { csrfToken: string };
  const answer = await ask("/api/auth/callback/demo", {
    host,
    method: "POST",
    headers: {
      origin: `http://${host}`,
      cookie: cookiesOf(first).join("; "),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ email, csrfToken, callbackUrl: "/", json: "true" }).toString(),
  });
  const session = cookiesOf(answer).find((cookie) => cookie.startsWith("guildhall.session="));
  if (!session) throw new Error(`${email} could not sign in to ${slug}: ${answer.status} ${answer.body}`);
  return session;
}

/** The `name=value` of every cookie that an answer sets. */
export const cookiesOf = (answer: Answer): string[] =>
  (answer.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0] ?? "");
