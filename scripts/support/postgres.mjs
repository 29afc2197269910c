import { spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install } from "./apt.mjs";
import { ensureVector } from "./pgvector.mjs";
import { mustRun, Refusal, run } from "./run.mjs";

const home = "/usr/lib/postgresql";
const oldest = 15;

/** The newest PostgreSQL server of Debian's packages, or null. */
function findServer() {
  const versions = existsSync(home)
    ? readdirSync(home).filter((name) => existsSync(join(home, name, "bin", "initdb")))
    : [];
  const version = versions.sort((a, b) => Number(b) - Number(a))[0];
  return version && Number(version) >= oldest ? { version, bin: join(home, version, "bin") } : null;
}

async function ensureServer() {
  const purpose = `The tests need PostgreSQL ${oldest} or newer, or TEST_DATABASE_URL set to a server.`;
  if (!findServer()) await install(["postgresql"], purpose);
  const server = findServer();
  if (!server) throw new Refusal(purpose);
  await ensureVector(server.version, server.bin);
  return server;
}

/** PostgreSQL will not run as root: another user of the machine does it, by the options `spawn` takes. */
async function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = [await run("id", ["-u", name]), await run("id", ["-g", name])];
    if (uid.code === 0) return { uid: Number(uid.output), gid: Number(gid.output) };
  }
  throw new Refusal("PostgreSQL cannot run as root, and there is no user postgres or nobody to run it as.");
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const isUp = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true));
    socket.on("error", () => resolve(false)).on("connect", () => socket.destroy());
  });

// The shell outlives whoever started it just long enough to stop the server and remove its files: its input ends with them.
const keeper = `"$1/postgres" -D "$2/data" -k "$2" -p "$3" -c listen_addresses=127.0.0.1 -c max_connections=200 \\
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off >"$2/log" 2>&1 & server=$!
cat >/dev/null; kill -INT $server 2>/dev/null; wait $server; rm -rf "$2"`;

/**
 * Makes a PostgreSQL of its own for the tests: installed if need be, empty, without durability, gone afterwards.
 * @returns {Promise<{ url: string, stop(): Promise<void> }>} `url` is a superuser's, for the database “postgres”
 */
export async function startPostgres() {
  const { bin } = await ensureServer();
  const user = await unprivileged();
  const folder = mkdtempSync(join(tmpdir(), "guildhall-postgres-"));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const port = await freePort();
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8" } };
  const init = ["-D", join(folder, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"];
  await mustRun("PostgreSQL could not make its files:", join(bin, "initdb"), init, options);
  const shell = spawn("sh", ["-c", keeper, "sh", bin, folder, String(port)], {
    ...options,
    // A group of its own: Ctrl-C is for the tests, which then let it go in order.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const ended = new Promise((resolve) => shell.once("exit", resolve));
  const stop = async () => {
    shell.stdin.destroy();
    await ended;
  };
  for (let waitedMs = 0; !(await isUp(port)); waitedMs += 100) {
    if (waitedMs > 30_000) {
      const { output } = await run("tail", ["-n", "20", join(folder, "log")]);
      await stop();
      throw new Refusal(`PostgreSQL did not start:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}
