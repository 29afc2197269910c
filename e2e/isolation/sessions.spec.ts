import { expect, port, test } from "../fixtures";
import { ask, cookiesOf, sessionOf } from "../http";
import { seeded } from "../seeded";

const acme = `acme.localhost:${port}`;
const globex = `globex.localhost:${port}`;

test("a session of one organisation is nothing in another, and its cookie is cleared there", async () => {
  const cookie = await sessionOf("acme", seeded.acme.admin);
  expect((await ask("/account", { headers: { cookie } })).status).toBe(200);
  const there = await ask("/account", { host: globex, headers: { cookie } });
  expect(there.headers.location).toBe("/login/clear?next=%2Faccount");
  const cleared = await ask("/login/clear?next=%2Faccount", { host: globex, headers: { cookie } });
  expect(cleared.headers.location).toBe("/login?next=%2Faccount");
  expect(cleared.headers["set-cookie"]?.[0]).toMatch(/^guildhall\.session=;.*Max-Age=0/);
  expect((await ask("/api/auth/session", { host: globex, headers: { cookie } })).body).toBe("{}");
});

test("a garbage cookie leads to the sign-in page and never into a loop", async () => {
  const cookie = "guildhall.session=eyJhbGciOiJub25lIn0.e30.";
  let path = "/account";
  const seen: string[] = [];
  for (let hop = 0; hop < 5; hop++) {
    const answer = await ask(path, { headers: seen.some((url) => url.startsWith("/login/clear")) ? {} : { cookie } });
    if (!answer.headers.location) {
      expect(answer.status).toBe(200);
      break;
    }
    path = answer.headers.location;
    seen.push(path);
  }
  expect(seen).toEqual(["/login/clear?next=%2Faccount", "/login?next=%2Faccount"]);
  expect((await ask("/login", { headers: { cookie } })).status).toBe(200);
});

test("a link to the clearing address signs nobody out", async () => {
  const cookie = await sessionOf("acme", seeded.acme.admin);
  expect((await ask("/login/clear", { headers: { cookie } })).headers["set-cookie"]).toBeUndefined();
  expect((await ask("/account", { headers: { cookie } })).status).toBe(200);
});

test("every cookie is host-only, out of scripts' reach and lax", async () => {
  const answers = [await ask("/api/auth/csrf"), await ask("/api/auth/session"), await ask("/login")];
  const cookies = answers.flatMap((answer) => answer.headers["set-cookie"] ?? []);
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) {
    expect(cookie).not.toMatch(/domain=/i);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Path=\//i);
  }
});

test("signing out ends the session, not only the cookie", async () => {
  const cookie = await sessionOf("acme", seeded.acme.member);
  const csrf = await ask("/api/auth/csrf", { headers: { cookie } });
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  await ask("/api/auth/signout", {
    method: "POST",
    headers: {
      origin: `http://${acme}`,
      cookie: [cookie, ...cookiesOf(csrf)].join("; "),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ csrfToken, json: "true" }).toString(),
  });
  expect((await ask("/account", { headers: { cookie } })).status).toBe(307);
});

test("a client cannot write into its session", async () => {
  const cookie = await sessionOf("acme", seeded.acme.viewer);
  const csrf = await ask("/api/auth/csrf", { headers: { cookie } });
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  const update = await ask("/api/auth/session", {
    method: "POST",
    headers: {
      origin: `http://${acme}`,
      cookie: [cookie, ...cookiesOf(csrf)].join("; "),
      "content-type": "application/json",
    },
    body: JSON.stringify({ csrfToken, data: { role: "admin", email: seeded.acme.admin, sid: "x", tid: "x" } }),
  });
  const renewed = cookiesOf(update).find((text) => text.startsWith("guildhall.session=")) ?? cookie;
  expect((await ask("/admin/settings", { headers: { cookie: renewed } })).status).toBe(404);
  expect((await ask("/account", { headers: { cookie: renewed } })).body).toContain(seeded.acme.viewer);
});

const ELSEWHERE = [
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  `https://${acme}.evil.example`,
  `http://${globex}/`,
];

test("signing in leads nowhere but to the organisation's own pages", async () => {
  for (const asked of ELSEWHERE) {
    const csrf = await ask("/api/auth/csrf");
    const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
    const answer = await ask("/api/auth/callback/demo", {
      method: "POST",
      headers: {
        origin: `http://${acme}`,
        cookie: cookiesOf(csrf).join("; "),
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ email: seeded.acme.member, csrfToken, callbackUrl: asked, json: "true" }).toString(),
    });
    const { url } = JSON.parse(answer.body) as { url: string };
    expect(new URL(url).origin, asked).toBe(`http://${acme}`);
    const page = await ask(`/login?next=${encodeURIComponent(asked)}`, {
      headers: { cookie: cookiesOf(answer).join("; ") },
    });
    expect(page.headers.location, asked).toBe("/");
  }
});

test("a change sent from another site, or from nowhere, is refused", async () => {
  const cookie = await sessionOf("acme", seeded.acme.admin);
  const sources: Record<string, string>[] = [
    { origin: `http://${globex}` },
    { origin: "null" },
    { origin: "https://evil.example" },
    { "sec-fetch-site": "same-site" },
    {},
  ];
  for (const headers of sources) {
    const answer = await ask("/account", { method: "POST", headers: { cookie, ...headers }, body: "x=1" });
    expect(answer.status, JSON.stringify(headers)).toBe(403);
  }
});

test("an unknown address is answered exactly like a member's", async ({ page }) => {
  const told: string[] = [];
  for (const email of [seeded.acme.viewer, "nobody@acme.example"]) {
    await page.goto("/login");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
    told.push(((await page.getByText(/If .* belongs to a member here/).textContent()) ?? "").replace(email, "…"));
  }
  expect(told[0]).toBe(told[1]);
});
