import { spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { Refusal } from "./run.mjs";

/** How long open requests may take to end once the server has been asked to stop. */
const drainMs = 15_000;
const banner = /^\s*(▲ Next\.js|- (Local|Network|Experiments)\b|✓ (Starting|Ready)|$)/;

/** Throws a Refusal when something already listens on `port`. */
export async function checkPort(port) {
  const probe = (host) =>
    new Promise((resolve, reject) => {
      const server = createServer()
        .once("error", reject)
        .listen({ port, host }, () => server.close(resolve));
    });
  for (const host of ["127.0.0.1", "::"]) {
    await probe(host).catch((error) => {
      if (error.code === "EADDRINUSE") {
        throw new Refusal(
          `Port ${port} is in use. Stop what uses it, or choose another one: PORT=${port + 1} npm start`,
        );
      }
      if (error.code === "EACCES")
        throw new Refusal(`Port ${port} needs more rights than this user has. Choose one from 1024 up.`);
      // No IPv6 here, which is fine.
    });
  }
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" }, () => resolve(true));
    socket.on("error", () => resolve(false)).on("connect", () => socket.destroy());
  });

/**
 * Starts the web server in a process of its own and resolves once it accepts connections.
 * @param {string} root
 * @param {{ port: number, loopback: boolean, env: Record<string, string | undefined> }} options `loopback`: for this machine only
 * @returns {Promise<{ ended: Promise<number>, stop(): Promise<void>, kill(): void }>} `ended` gives the exit code
 */
export async function startWeb(root, { port, loopback, env }) {
  const child = spawn(
    process.execPath,
    [
      // “localhost” must mean 127.0.0.1, which every machine has; browsers try it for *.localhost too.
      "--dns-result-order=ipv4first",
      "--import",
      new URL("./stay-with-parent.mjs", import.meta.url).href,
      join(root, "scripts/support/server.mjs"),
      "--port",
      String(port),
      ...(loopback ? ["--host", "localhost"] : []),
    ],
    {
      cwd: root,
      env: { ...process.env, ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      // A group of its own: Ctrl-C reaches the launcher alone, which ends things in order.
      detached: true,
    },
  );
  let printed = "";
  let ready = false;
  const show = (stream) => (chunk) => {
    if (ready) return stream.write(chunk);
    printed += chunk;
    const lines = String(chunk)
      .split("\n")
      .filter((line) => !banner.test(line));
    if (lines.length > 0) stream.write(`${lines.join("\n")}\n`);
  };
  child.stdout.on("data", show(process.stdout));
  child.stderr.on("data", show(process.stderr));
  let over = false;
  const ended = new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGTERM" ? 0 : 1)));
  }).finally(() => {
    over = true;
  });
  while (!over && !(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 50));
  if (over) throw new Refusal(`The web server did not start.\n${printed.trim()}`);
  ready = true;
  return {
    ended,
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), drainMs);
      await ended;
      clearTimeout(late);
    },
    kill: () => child.kill("SIGKILL"),
  };
}
