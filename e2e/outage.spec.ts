import { type ChildProcess, spawn } from "node:child_process";
import { request } from "node:http";
import { createServer } from "node:net";
import { type ChaosProxy, openChaosProxy } from "./chaos-proxy";
import { expect, test } from "./fixtures";
import { servedSettings } from "./served";

// A server of its own, between whom and the journeys' database stands something that can be cut.
test.describe.configure({ mode: "serial" });

let proxy: ChaosProxy;
let web: ChildProcess;
let port: number;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** One request to that server: its status and Retry-After, how long it took, and whether the server took it at all. */
function get(path: string): Promise<{ status: number; retryAfter: string | undefined; body: string; ms: number }> {
  const since = performance.now();
  return new Promise((resolve) => {
    const failed = () => resolve({ status: 0, retryAfter: undefined, body: "", ms: performance.now() - since });
    const sent = request({ host: "127.0.0.1", port, path, headers: { host: `acme.localhost:${port}` } }, (answer) => {
      let body = "";
      answer.on("data", (chunk) => {
        body += chunk;
      });
      answer.on("error", failed);
      answer.on("end", () => {
        const { statusCode: status = 0, headers } = answer;
        resolve({ status, retryAfter: headers["retry-after"], body, ms: performance.now() - since });
      });
    });
    sent.setTimeout(20_000, () => sent.destroy());
    sent.on("error", failed);
    sent.end();
  });
}

test.beforeAll(async () => {
  const served = servedSettings();
  const address = new URL(served.DATABASE_URL);
  proxy = await openChaosProxy({ host: address.hostname, port: Number(address.port || 5432) });
  address.hostname = "127.0.0.1";
  address.port = String(proxy.port);
  port = await freePort();
  web = spawn(process.execPath, ["scripts/support/server.mjs", "--port", String(port)], {
    env: {
      ...process.env,
      ...served,
      DATABASE_URL: address.href,
      DEMO: "1",
      ROOT_DOMAIN: "localhost",
      NODE_ENV: "production",
    },
    stdio: "ignore",
  });
  await expect.poll(async () => (await get("/api/health/ready")).status, { timeout: 30_000 }).toBe(200);
});

test.afterAll(async () => {
  web.kill("SIGTERM");
  await new Promise((resolve) => web.once("exit", resolve));
  await proxy.close();
});

for (const time of ["once", "twice"]) {
  test(`${time}: the site says within five seconds that it will be back, and is back within two`, async ({
    page,
    unrest,
  }) => {
    expect((await get("/skills")).status).toBe(200);
    proxy.cut();
    const [live, ready, skills, front] = await Promise.all(
      ["/api/health/live", "/api/health/ready", "/skills", "/"].map(get),
    );
    expect(live?.status).toBe(200);
    expect(ready?.status).toBe(503);
    for (const answer of [skills, front]) {
      expect(answer?.status).toBe(503);
      expect(answer?.ms).toBeLessThan(5_000);
      expect(answer?.retryAfter).toBeTruthy();
      expect(/ECONN\w*|PostgresError|postgres:|\.next\/server|CONNECT\w*/.exec(answer?.body ?? "")).toBeNull();
    }
    await page.goto(`http://acme.localhost:${port}/skills`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("We will be back in a moment");

    proxy.restore();
    const since = performance.now();
    await expect.poll(async () => (await get("/skills")).status, { intervals: [100], timeout: 10_000 }).toBe(200);
    expect(performance.now() - since).toBeLessThan(2_000);
    await page.getByRole("link", { name: "Try again" }).click();
    await expect(page.getByRole("status").filter({ hasText: /^\d+ skills$/ })).toBeVisible();
    expect((await get("/api/health/ready")).status).toBe(200);
    // React tells the console that the server could not draw the page, which is so.
    unrest.splice(0, unrest.length, ...unrest.filter((line) => !/React error #441/.test(line)));
  });
}

test("a database that has fallen silent is an outage within five seconds as well, and over when it speaks", async () => {
  expect((await get("/skills")).status).toBe(200);
  proxy.freeze();
  for (const answer of await Promise.all(["/skills", "/", "/skills/none", "/people/none"].map(get))) {
    expect(answer.status).toBe(503);
    expect(answer.ms).toBeLessThan(5_000);
    expect(answer.retryAfter).toBeTruthy();
  }
  proxy.restore();
  const since = performance.now();
  await expect.poll(async () => (await get("/skills")).status, { intervals: [100], timeout: 10_000 }).toBe(200);
  expect(performance.now() - since).toBeLessThan(2_000);
});

test("an outage while one writes loses nothing of what was typed", async ({ page }) => {
  await page.goto(`http://acme.localhost:${port}/login`);
  await page.getByRole("button", { name: "Jonas Lindqvist" }).click();
  await page.waitForURL(`http://acme.localhost:${port}/`);
  await page.goto(`http://acme.localhost:${port}/skills/new`);
  await page.getByText("Write it here").click();
  await page.getByLabel("Name", { exact: true }).fill("typed-before-the-outage");
  await page.getByLabel("Description").fill("Stays. Use it after an outage.");
  proxy.cut();
  await page.getByLabel("Instructions").fill("Still here.");
  await expect(page.getByRole("region", { name: "Check" })).toContainText(/again/);
  proxy.restore();
  await page.getByLabel("Instructions").fill("Still here, and more.");
  await expect(page.getByRole("region", { name: "Check" })).toContainText("can be published", { timeout: 10_000 });
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("typed-before-the-outage");
});
