import { expect, port, test } from "../fixtures";
import { ask, askRaw } from "../http";

const NOWHERE = [
  "unknown.example.com",
  `nosuchhall.localhost:${port}`,
  `x.acme.localhost:${port}`,
  `acme.globex.localhost:${port}`,
  `admin.localhost:${port}`,
  `xn--acm-dma.localhost:${port}`,
  `acme@evil.localhost:${port}`,
  `ac me.localhost:${port}`,
  `127.0.0.1:${port}`,
  `${"a".repeat(300)}.localhost:${port}`,
  "",
];

for (const host of NOWHERE) {
  test(`the host “${host.slice(0, 40)}” is nobody's: no data, no redirect, no crash`, async () => {
    for (const path of ["/", "/skills", "/admin/audit", "/login"]) {
      const answer = await ask(path, { host });
      expect([400, 404]).toContain(answer.status);
      expect(answer.headers.location).toBeUndefined();
      expect(answer.body).not.toMatch(/Acme|Globex/);
    }
  });
}

test("case, a trailing dot and the port do not change whose hall it is", async () => {
  for (const host of [`ACME.LocalHost:${port}`, `acme.localhost.:${port}`, "acme.localhost", "acme.localhost:8080"]) {
    const answer = await ask("/login", { host });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("Acme Robotics");
  }
});

test("two hosts in one request are one hall at most, and raw bytes crash nothing", async () => {
  const two = await askRaw(
    `GET /login HTTP/1.1\r\nHost: acme.localhost\r\nHost: globex.localhost\r\nConnection: close\r\n\r\n`,
  );
  expect(two).not.toContain("Globex");
  const raw = await askRaw(
    Buffer.from("GET /login HTTP/1.1\r\nHost: \xe2cme.localhost\r\nConnection: close\r\n\r\n", "latin1"),
  );
  expect(raw).toMatch(/^HTTP\/1\.1 (400|404)/);
  const none = await askRaw("GET /login HTTP/1.1\r\nConnection: close\r\n\r\n");
  expect(none).toMatch(/^HTTP\/1\.1 400/);
});

test("an absolute address in the request line sends nobody to another site", async () => {
  const asking = (target: string) =>
    askRaw(`GET ${target} HTTP/1.1\r\nHost: acme.localhost:${port}\r\nConnection: close\r\n\r\n`);
  expect(await asking("http://evil.example/login")).toMatch(/^HTTP\/1\.1 400/);
  expect(await asking(`http://globex.localhost:${port}/login`)).toMatch(/^HTTP\/1\.1 400/);
  expect(await asking(`http://acme.localhost:${port}/login`)).toMatch(/^HTTP\/1\.1 200/);
  for (const target of ["//evil.example/login", "/\\evil.example/login", "///evil.example"])
    expect(await asking(target)).not.toMatch(/^(location|refresh):.*(\/\/|\\)/im);
});

test("the bare domain tells what this is and nothing of who is here; it has no other page", async () => {
  for (const host of [`localhost:${port}`, `www.localhost:${port}`]) {
    const welcome = await ask("/", { host });
    expect(welcome.status).toBe(200);
    expect(welcome.body).not.toMatch(/Acme Robotics|Globex Health/);
    for (const path of ["/skills", "/login", "/admin/settings", "/account", "/welcome", "/api/auth/providers"]) {
      expect((await ask(path, { host })).status).toBe(404);
    }
  }
});

test("an organisation's own host has no welcome page", async () => {
  expect((await ask("/welcome")).status).toBe(404);
});

const CLAIMS: Record<string, string>[] = [
  { "x-forwarded-host": `globex.localhost:${port}` },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  { forwarded: `host=globex.localhost:${port}` },
  { "x-guildhall-tenant": "globex" },
  { "x-guildhall-tenant": "globex", "x-guildhall-proof": `${Math.floor(Date.now() / 1000)}.${"0".repeat(64)}` },
  { "x-guildhall-host": `globex.localhost:${port}` },
  { "x-tenant-id": "globex", "x-tenant": "globex" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-override-headers": "x-guildhall-tenant", "x-middleware-request-x-guildhall-tenant": "globex" },
  { "x-invoke-path": "/welcome", "x-matched-path": "/welcome" },
  { "x-action-forwarded": "1", "x-forwarded-host": `globex.localhost:${port}` },
];

const LOOK_EXCLUDED = [
  "/login",
  "/favicon.icoXX",
  "/_next/staticX",
  "/robots.txt/x",
  "/api-docs",
  "/login.rsc",
  "/login?_rsc=1",
  "//login",
  "/%6cogin",
];

test("nothing a client says in a header names another organisation, on any path", async () => {
  for (const headers of CLAIMS) {
    for (const path of LOOK_EXCLUDED) {
      const answer = await ask(path, { headers });
      expect(answer.body, `${path} with ${JSON.stringify(headers)}`).not.toContain("Globex");
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.location ?? "").not.toMatch(/globex|evil/);
    }
  }
});

test("a header names no organisation where the host names none", async () => {
  for (const headers of CLAIMS) {
    for (const host of [`localhost:${port}`, "unknown.example.com"]) {
      const answer = await ask("/login", { host, headers });
      expect(answer.status).toBe(404);
      expect(answer.body).not.toMatch(/Globex|Acme/);
    }
  }
});

test("sign-in addresses stay on the organisation's own host, whatever the client claims", async () => {
  const answer = await ask("/api/auth/providers", {
    headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  });
  const providers = JSON.parse(answer.body) as Record<string, { callbackUrl: string }>;
  expect(Object.keys(providers).sort()).toEqual(["demo", "link"]);
  for (const { callbackUrl } of Object.values(providers))
    expect(callbackUrl).toContain(`http://acme.localhost:${port}/`);
});

test("files of the build, the environment and the image optimizer are not to be had", async () => {
  const image = `/_next/image?url=${encodeURIComponent("http://169.254.169.254/")}&w=64&q=75`;
  for (const path of [
    "/.env",
    "/.next/server/server-reference-manifest.json",
    "/_next/../package.json",
    "/package.json",
    image,
  ]) {
    expect([400, 404], path).toContain((await ask(path)).status);
  }
});
