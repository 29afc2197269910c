import { spawn } from "node:child_process";
import { request } from "node:http";
import { connect } from "node:net";
import { resolve } from "node:path";
import { Refusal } from "../support/run.mjs";

export const SECRET = "what signs the sessions of a bench, and of nothing else";

export type Web = { port: number; stop(): Promise<void> };
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };

/** Starts the product's own server for the build in `folder`, and resolves once it accepts connections. */
export async function startWeb(
  folder: string,
  port: number,
  settings: Record<string, string>,
  flags: string[] = [],
): Promise<Web> {
  const server = resolve("scripts/support/server.mjs");
  const child = spawn(process.execPath, [...flags, server, "--port", String(port), "--host", "127.0.0.1"], {
    cwd: resolve(folder),
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  while (child.exitCode === null && !(await accepts(port))) await new Promise((wait) => setTimeout(wait, 50));
  if (child.exitCode !== null) throw new Refusal(`The web server of ${folder} did not start.`);
  return {
    port,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

const accepts = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, "127.0.0.1", () => done(true));
    socket.on("error", () => done(false)).on("connect", () => socket.destroy());
  });

/** One request as written: no name is resolved and no redirect followed. */
export function ask(
  port: number,
  path: string,
  { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers, setHost: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.once("error", fail);
    sent.end(body);
  });
}

/** Signs a person in as the demo's page does. Returns the session cookie, `name=value`. */
export async function signIn(port: number, host: string, email: string): Promise<string> {
  const first = await ask(port, "/api/auth/csrf", { headers: { host } });
  const { csrfToken } = JSON.parse(first.body.toString()) as { csrfToken: string };
  const answer = await ask(port, "/api/auth/callback/demo", {
    method: "POST",
    headers: {
      host,
      origin: `http://${host}`,
      cookie: cookiesOf(first).join("; "),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: String(new URLSearchParams({ email, csrfToken, callbackUrl: "/", json: "true" })),
  });
  const session = cookiesOf(answer).find((cookie) => cookie.startsWith("guildhall.session="));
  if (!session) throw new Refusal(`${email} could not be signed in: ${answer.status} ${answer.body.subarray(0, 200)}`);
  return session;
}

const cookiesOf = ({ headers }: Answer): string[] =>
  [headers["set-cookie"] ?? []].flat().map((cookie) => cookie.split(";")[0] ?? "");
