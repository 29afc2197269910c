import { expect, port, test } from "../fixtures";
import { ask, sessionOf } from "../http";
import { seeded } from "../seeded";
import { routes } from "./build";

type Statuses = [number, number, number, number, number, number, number, number];

// Statuses in this order: a visitor, a viewer, a member and an admin of a hall for members only; a member of its neighbour;
// a visitor of a hall that is open to all; a host that is nobody's; the bare domain. `/people/:person` names somebody.
const GOLDEN: Record<string, [path: string, statuses: Statuses]> = {
  "/account/page": ["/account", [307, 200, 200, 200, 307, 307, 404, 404]],
  "/admin/audit/[seq]/page": ["/admin/audit/1", [307, 404, 404, 200, 307, 307, 404, 404]],
  "/admin/audit/page": ["/admin/audit", [307, 404, 404, 200, 307, 307, 404, 404]],
  "/admin/page": ["/admin", [307, 404, 404, 307, 307, 307, 404, 404]],
  "/admin/search-model/page": ["/admin/search-model", [307, 404, 404, 200, 307, 307, 404, 404]],
  "/admin/searches/page": ["/admin/searches", [307, 404, 404, 200, 307, 307, 404, 404]],
  "/admin/settings/logo/route": ["/admin/settings/logo", [405, 405, 405, 405, 405, 405, 404, 404]],
  "/admin/settings/page": ["/admin/settings", [307, 404, 404, 200, 307, 307, 404, 404]],
  "/api/auth/[...nextauth]/route": ["/api/auth/session", [200, 200, 200, 200, 200, 200, 404, 404]],
  "/api/health/live/route": ["/api/health/live", [200, 200, 200, 200, 200, 200, 200, 200]],
  "/api/health/ready/route": ["/api/health/ready", [200, 200, 200, 200, 200, 200, 200, 200]],
  "/api/packages/check/route": ["/api/packages/check", [405, 405, 405, 405, 405, 405, 404, 404]],
  "/api/packages/publish/route": ["/api/packages/publish", [405, 405, 405, 405, 405, 405, 404, 404]],
  "/api/searches/route": ["/api/searches", [405, 405, 405, 405, 405, 405, 404, 404]],
  "/api/similar/route": ["/api/similar?skill=only-here", [307, 200, 200, 200, 307, 200, 404, 404]],
  "/api/suggest/route": ["/api/suggest?q=only", [307, 200, 200, 200, 307, 200, 404, 404]],
  "/icon.svg/route": ["/icon.svg", [200, 200, 200, 200, 200, 200, 404, 200]],
  "/login/clear/route": ["/login/clear", [303, 303, 303, 303, 303, 303, 404, 404]],
  "/login/confirm/page": ["/login/confirm", [307, 307, 307, 307, 307, 307, 404, 404]],
  "/login/page": ["/login", [200, 307, 307, 307, 200, 200, 404, 404]],
  "/logo/route": ["/logo", [404, 404, 404, 404, 404, 404, 404, 404]],
  "/outbox/page": ["/outbox", [200, 200, 200, 200, 200, 200, 404, 404]],
  "/page": ["/", [307, 200, 200, 200, 307, 200, 404, 200]],
  "/people/[id]/page": ["/people/:person", [307, 200, 200, 200, 307, 404, 404, 404]],
  // Of a request that is not there; the hall has none.
  "/requests/[id]/page": ["/requests/00000000-0000-4000-8000-000000000000", [307, 404, 404, 404, 307, 307, 404, 404]],
  "/requests/new/page": ["/requests/new", [307, 404, 200, 200, 307, 307, 404, 404]],
  "/requests/page": ["/requests", [307, 200, 200, 200, 307, 307, 404, 404]],
  "/skills/[slug]/answers/page": ["/skills/only-here/answers", [307, 404, 200, 200, 307, 307, 404, 404]],
  "/skills/[slug]/download/route": ["/skills/only-here/download", [307, 200, 200, 200, 307, 404, 404, 404]],
  "/skills/[slug]/edit/page": ["/skills/only-here/edit", [307, 404, 200, 200, 307, 307, 404, 404]],
  "/skills/[slug]/files/[...path]/page": ["/skills/only-here/files/SKILL.md", [307, 200, 200, 200, 307, 404, 404, 404]],
  "/skills/[slug]/page": ["/skills/only-here", [307, 200, 200, 200, 307, 404, 404, 404]],
  "/skills/[slug]/raw/[...path]/route": ["/skills/only-here/raw/SKILL.md", [307, 200, 200, 200, 307, 404, 404, 404]],
  "/skills/[slug]/versions/new/page": ["/skills/only-here/versions/new", [307, 404, 200, 200, 307, 307, 404, 404]],
  "/skills/[slug]/versions/page": ["/skills/only-here/versions", [307, 200, 200, 200, 307, 404, 404, 404]],
  "/skills/new/page": ["/skills/new", [307, 200, 200, 200, 307, 307, 404, 404]],
  "/skills/page": ["/skills", [307, 200, 200, 200, 307, 200, 404, 404]],
  "/welcome/page": ["/welcome", [404, 404, 404, 404, 404, 404, 404, 404]],
};

// The same, for what is sent rather than fetched: nothing in it, so that a member too is refused, but with a sentence.
const GOLDEN_SENT: Record<string, Statuses> = {
  "POST /api/packages/check": [303, 404, 422, 422, 303, 303, 404, 404],
  "POST /api/packages/publish": [303, 404, 422, 422, 303, 303, 404, 404],
  "POST /api/searches": [303, 422, 422, 422, 303, 422, 404, 404],
  "PUT /admin/settings/logo": [307, 404, 404, 422, 307, 307, 404, 404],
};

const quiet = `quiet.localhost:${port}`;

type Visitor = { host: string; headers: Record<string, string> };
let visitors: Visitor[];
let person: string;

test.beforeAll(async () => {
  const as = async (hall: "quiet" | "globex", role: "viewer" | "member" | "admin") => ({
    cookie: await sessionOf(hall, seeded[hall][role]),
  });
  const admin = await as("quiet", "admin");
  visitors = [
    { host: quiet, headers: {} },
    { host: quiet, headers: await as("quiet", "viewer") },
    { host: quiet, headers: await as("quiet", "member") },
    { host: quiet, headers: admin },
    { host: quiet, headers: await as("globex", "member") },
    { host: `acme.localhost:${port}`, headers: {} },
    { host: "unknown.example.com", headers: admin },
    { host: `localhost:${port}`, headers: admin },
  ];
  const skill = await ask("/skills/only-here", { host: quiet, headers: admin });
  person = /\/people\/([0-9a-f-]{36})/.exec(skill.body)?.[1] ?? "";
});

test("every route of the build is in the golden table, and the table has no other", () => {
  const missing = routes().filter((route) => !GOLDEN[route]);
  expect(missing, "A new route: say in e2e/isolation/routes.spec.ts what each visitor is answered there").toEqual([]);
  expect(Object.keys(GOLDEN).filter((route) => !routes().includes(route))).toEqual([]);
});

for (const [route, [sample, golden]] of Object.entries(GOLDEN)) {
  test(`${route} answers each visitor as the table says`, async () => {
    const path = sample.replace(":person", person);
    const answers = await Promise.all(visitors.map((visitor) => ask(path, visitor)));
    expect(answers.map((answer) => answer.status)).toEqual(golden);
    // The middleware saw each of them: its policy is on every answer.
    for (const answer of answers) expect(answer.headers["content-security-policy"]).toBeTruthy();
    for (const answer of answers.slice(0, 5)) {
      expect(answer.headers.location ?? "", "stays on its own host").not.toMatch(/^(https?:)?\/\//);
      if (answer.status !== 200) expect(answer.body.includes("Nobody else knows this")).toBe(false);
    }
  });

  test(`${route} fails by no method`, async () => {
    const path = sample.replace(":person", person);
    for (const method of ["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"]) {
      for (const visitor of visitors.slice(0, 5)) {
        const headers = { ...visitor.headers, origin: `http://${visitor.host}` };
        const answer = await ask(path, { ...visitor, headers, method });
        expect(answer.status, `${method} ${path}`).toBeLessThan(500);
      }
    }
  });
}

for (const [sent, golden] of Object.entries(GOLDEN_SENT)) {
  const [method = "", path = ""] = sent.split(" ");
  test(`${sent} answers each visitor as the table says`, async () => {
    const answers = await Promise.all(
      visitors.map((visitor) =>
        ask(path, {
          ...visitor,
          method,
          headers: {
            ...visitor.headers,
            origin: `http://${visitor.host}`,
            "content-type": "multipart/form-data; boundary=x",
          },
          body: "--x--\r\n",
        }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(golden);
  });
}

test("whether something is there, a visitor of a closed hall is not told", async () => {
  for (const [there, not] of [
    ["/skills/only-here", "/skills/nothing-here"],
    ["/skills/only-here/download", "/skills/nothing-here/download"],
    [`/people/${person}`, "/people/00000000-0000-4000-8000-000000000000"],
  ] as const) {
    const [one, other] = [await ask(there, { host: quiet }), await ask(not, { host: quiet })];
    expect(one.status).toBe(other.status);
    expect(one.headers.location?.replace(/next=.*/, "")).toBe(other.headers.location?.replace(/next=.*/, ""));
  }
});
