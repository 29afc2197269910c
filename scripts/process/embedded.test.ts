import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinEmbedded } from "@/db/embedded";

const folders: string[] = [];
const servers: ChildProcess[] = [];

function dataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), "guildhall-process-"));
  folders.push(folder);
  return folder;
}

function serve(directory: string): ChildProcess {
  const server = spawn(process.execPath, ["--import", "tsx", "scripts/support/serve-embedded.ts", directory]);
  servers.push(server);
  return server;
}

async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
  return stream ? String((await once(stream, "data"))[0]).trim() : "";
}

async function started(directory: string): Promise<{ server: ChildProcess; url: string }> {
  const server = serve(directory);
  return { server, url: await firstLine(server.stdout) };
}

const clients = (url: string, max: number) => postgres(url, { max, onnotice: () => {}, connect_timeout: 20 });

afterAll(() => {
  for (const server of servers) server.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test("kill -9 in the middle of writing loses nothing that was acknowledged", async () => {
  const directory = dataDir();
  let acknowledged = 0;
  for (let round = 0; round < 3; round++) {
    const { server, url } = await started(directory);
    const sql = clients(url, 1);
    await sql`create table if not exists written (n integer primary key)`;
    const [row] = await sql`select count(*)::int as rows, coalesce(max(n), 0) as last from written`;
    // At most the one write that was under way may be there without having been acknowledged.
    expect([acknowledged, acknowledged + 1]).toContain(row?.last);
    expect(row?.rows).toBe(row?.last);
    acknowledged = Number(row?.last);
    setTimeout(() => server.kill("SIGKILL"), 700 + 400 * round);
    const before = acknowledged;
    try {
      for (;;) {
        await sql`insert into written values (${acknowledged + 1})`;
        acknowledged += 1;
      }
    } catch {
      await sql.end({ timeout: 0 });
    }
    expect(acknowledged).toBeGreaterThan(before + 50);
  }
  const { server, url } = await started(directory);
  const sql = clients(url, 1);
  const [row] = await sql`select max(n) as last from written`;
  expect([acknowledged, acknowledged + 1]).toContain(row?.last);
  await sql.end();
  server.kill("SIGTERM");
  await once(server, "exit");
});

describe("one running server", () => {
  const directory = dataDir();
  let running: { server: ChildProcess; url: string };
  beforeAll(async () => {
    running = await started(directory);
  });

  test("a second one on the same directory gives up within 2 s, naming the first", async () => {
    const since = performance.now();
    const second = serve(directory);
    const [sentence, [code]] = await Promise.all([firstLine(second.stderr), once(second, "exit")]);
    expect(code).toBe(1);
    expect(sentence).toContain(`process ${running.server.pid}`);
    expect(performance.now() - since).toBeLessThan(2_000);
  });

  test("a script uses the database that the server has open, and leaves it open", async () => {
    const { url, close } = await joinEmbedded({ dataDir: directory });
    expect(url).toBe(running.url);
    await close();
    const sql = clients(running.url, 1);
    expect((await sql`select 1 as n`)[0]?.n).toBe(1);
    await sql.end();
  });

  test("400 transactions over 4 connections, some of them failing, never see each other", async () => {
    const sql = clients(running.url, 4);
    await sql`create table taken (n integer, seen text)`;
    const outcomes = await Promise.all(
      Array.from({ length: 400 }, (_, n) =>
        sql
          .begin(async (tx) => {
            await tx`select set_config('app.tenant_id', ${String(n)}, true)`;
            await tx`insert into taken values (${n}, current_setting('app.tenant_id'))`;
            if (n % 4 === 0) await tx`select 1 / 0`;
            const [row] = await tx`select current_setting('app.tenant_id') as seen`;
            return row?.seen === String(n) ? "right" : "wrong";
          })
          .catch((error) => (error.code === "22012" ? "rolled back" : String(error))),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "right")).toHaveLength(300);
    expect(outcomes.filter((outcome) => outcome === "rolled back")).toHaveLength(100);
    const [row] =
      await sql`select count(*)::int as rows, count(*) filter (where n::text <> seen)::int as mixed from taken`;
    expect(row).toEqual({ rows: 300, mixed: 0 });
    await sql.end();
  });

  test("a client that dies in a transaction leaves neither its rows nor its settings", async () => {
    const [dying, next] = [clients(running.url, 1), clients(running.url, 1)];
    await dying`create table halfway (n integer)`;
    await dying.unsafe("set search_path = nowhere; begin; insert into public.halfway values (1)").simple();
    const waiting = next`select count(*)::int as rows, current_setting('search_path') as path from halfway`;
    await dying.end({ timeout: 0 });
    expect((await waiting)[0]).toMatchObject({ rows: 0, path: "public" });
    await next.end();
  });

  test("without the password of the lock file nobody gets in", async () => {
    const url = new URL(running.url);
    url.password = "guess";
    const sql = clients(url.href, 1);
    await expect(sql`select 1`).rejects.toMatchObject({ code: "28P01" });
    await sql.end({ timeout: 0 });
  });

  test("COPY FROM STDIN, which the embedded database cannot do, fails with a sentence and harms nothing", async () => {
    const sql = clients(running.url, 1);
    await sql`create table copied (n integer)`;
    await expect(sql.unsafe("copy copied from stdin")).rejects.toThrow("use INSERT");
    expect((await sql`select 'copy copied from stdin' as text`)[0]?.text).toBe("copy copied from stdin");
    await sql.end();
  });

  test("SIGTERM ends it with code 0 and lets the directory go", async () => {
    running.server.kill("SIGTERM");
    expect((await once(running.server, "exit"))[0]).toBe(0);
    expect(existsSync(join(directory, "database.lock"))).toBe(false);
  });
});

test("of four that find the lock of a dead process, one takes over and three name it", async () => {
  const directory = dataDir();
  writeFileSync(join(directory, "database.lock"), JSON.stringify({ pid: 4_194_303, born: "gone" }));
  const racers = Array.from({ length: 4 }, () => serve(directory));
  const outcomes = await Promise.all(
    racers.map((racer) =>
      Promise.race([
        firstLine(racer.stdout).then(() => "won"),
        firstLine(racer.stderr).then((sentence) => sentence.match(/process (\d+)/)?.[1]),
      ]),
    ),
  );
  const winner = racers[outcomes.indexOf("won")];
  expect(outcomes.filter((outcome) => outcome === "won")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === String(winner?.pid))).toHaveLength(3);
});
