import { expect, port, test } from "../fixtures";
import { type Answer, ask, sessionOf } from "../http";
import { seeded } from "../seeded";
import { type Action, actions } from "./build";

// All of it in a hall in which nobody else does anything: one write more than expected shows in the log's last number.
test.describe.configure({ mode: "serial" });

const quiet = `quiet.localhost:${port}`;
const globex = `globex.localhost:${port}`;

// What the one skill of the quiet hall says.
const SECRET = "Nobody else knows this";

type Part = [name: string, value: string];

/** One call as React makes it: the arguments as JSON in part `0`, a FormData argument `$K1` as the parts that begin `_1_`. */
function call(
  id: string,
  page: string,
  parts: Part[] | string,
  {
    host = quiet,
    cookie = "",
    headers = {},
  }: { host?: string; cookie?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const body =
    typeof parts === "string"
      ? parts
      : `${parts.map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--x--\r\n`;
  return ask(page, {
    host,
    method: "POST",
    headers: {
      cookie,
      origin: `http://${host}`,
      accept: "text/x-component",
      "next-action": id,
      "content-type": typeof parts === "string" ? "text/plain;charset=UTF-8" : "multipart/form-data; boundary=x",
      ...headers,
    },
    body,
  });
}

const form = (fields: Record<string, string>): Part[] => [
  ...Object.entries(fields).map(([name, value]): Part => [`_1_${name}`, value]),
  ["0", '[{"status":"idle"},"$K1"]'],
];

const named = (name: string): Action => {
  const found = actions().find((action) => action.name === name);
  if (!found) throw new Error(`The build has no action ${name}.`);
  return found;
};

/** A page of the build in whose bundle the action is, as an address in the quiet hall. */
const pageOf = (action: Action): string =>
  (action.pages[0] ?? "app/page")
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replace("[slug]", "only-here")
    .replace("[seq]", "1")
    .replace("[id]", "x")
    .replace("[...path]", "SKILL.md")
    .replace("_not-found", "nothing") || "/";

let admin: string;
let member: string;
let neighbour: string;

test.beforeAll(async () => {
  admin = await sessionOf("quiet", seeded.quiet.admin);
  member = await sessionOf("quiet", seeded.quiet.member);
  neighbour = await sessionOf("globex", seeded.globex.admin);
});

/** The number of the last row of the quiet hall's log. */
async function head(): Promise<number> {
  const log = await ask("/admin/audit", { host: quiet, headers: { cookie: admin } });
  const number = /href="\/admin\/audit\/(\d+)"/.exec(log.body)?.[1];
  if (!number) throw new Error(`The log cannot be read: ${log.status}`);
  return Number(number);
}

// One good call of each action, as somebody who may.
const GOOD: Record<string, Record<string, string> | string> = {
  askForSkillAction: { title: "Stolen wish", detail: "" },
  castVoteAction: { id: "00000000-0000-4000-8000-000000000000", vote: "yes" },
  closeRequestAction: { id: "00000000-0000-4000-8000-000000000000", skill: "only-here" },
  closeSessionAction: { sessionId: "00000000-0000-4000-8000-000000000000" },
  saveRatingAction: { slug: "only-here", stars: "5", comment: "", minutesSaved: "" },
  removeRatingAction: { slug: "only-here" },
  editSkillAction: { slug: "only-here", name: "Stolen", description: "Stolen.", category: "other", tags: "" },
  archiveSkillAction: { slug: "only-here" },
  restoreSkillAction: { slug: "only-here" },
  recordCopyAction: '["only-here","1.0.0"]',
  requestLinkAction: { email: "nobody@quiet.example" },
  signOutAction: "[]",
  verifyAuditAction: '[{"status":"idle"}]',
  saveSettingsAction: {
    name: "Stolen Hall",
    tagline: "",
    accentColor: "#336699",
    access: "public",
    opens: "on",
    defaultSort: "rating",
    revision: "1",
  },
  removeLogoAction: { revision: "1" },
  testSearchModelAction: { url: "https://192.0.2.1/v1", model: "stolen", key: "sk-stolen", revision: "" },
  saveSearchModelAction: { url: "https://192.0.2.1/v1", model: "stolen", key: "sk-stolen", revision: "" },
  removeSearchModelAction: { revision: "" },
};

const partsOf = (name: string): Part[] | string => {
  const good = GOOD[name] ?? "[]";
  return typeof good === "string" ? good : form(good);
};

test("every action of the build is in the table, and the table has no other", () => {
  const names = actions().map((action) => action.name);
  const missing = names.filter((name) => !GOOD[name]);
  expect(missing, "A new action: give e2e/isolation/actions.spec.ts a good call of it").toEqual([]);
  expect(Object.keys(GOOD).filter((name) => !names.includes(name))).toEqual([]);
});

test("a good call does write: the head that stood still can move", async () => {
  const before = await head();
  // The author may not rate; the admin did not write it.
  const { id } = named("saveRatingAction");
  expect((await call(id, "/skills/only-here", partsOf("saveRatingAction"), { cookie: admin })).status).toBe(200);
  expect(await head()).toBe(before + 1);
  const undo = named("removeRatingAction");
  await call(undo.id, "/skills/only-here", partsOf("removeRatingAction"), { cookie: admin });
  expect(await head()).toBe(before + 2);
});

test("a visitor and a neighbour's admin write nothing by any action, on any page", async () => {
  const before = await head();
  for (const action of actions()) {
    for (const cookie of ["", neighbour]) {
      for (const page of [pageOf(action), "/login", "/nothing"]) {
        const answer = await call(action.id, page, partsOf(action.name), { cookie });
        expect(answer.status, `${action.name} on ${page}`).toBeLessThan(500);
        expect(answer.body.includes(SECRET), `${action.name} on ${page} shows the skill's text`).toBe(false);
      }
    }
  }
  expect(await head()).toBe(before);
});

test("an action of a hall reaches no other hall's rows, by whatever name", async () => {
  const before = await head();
  for (const action of actions()) {
    if (action.name === "signOutAction") continue;
    // The neighbour's own session on the neighbour's own host, with names and ids of the quiet hall.
    const answer = await call(action.id, pageOf(action), partsOf(action.name), {
      host: globex,
      cookie: neighbour,
      headers: { "x-forwarded-host": quiet, "x-guildhall-tenant": "quiet", "x-action-forwarded": "1" },
    });
    expect(answer.status, action.name).toBeLessThan(500);
    expect(answer.body.includes("Quiet Hall"), action.name).toBe(false);
  }
  expect(await head()).toBe(before);
});

const DEEP = 10_000;
const GARBAGE: [what: string, parts: Part[] | string][] = [
  ["nothing", ""],
  ["no arguments", "[]"],
  ["not JSON", "{[}"],
  ["null", "[null,null]"],
  ["numbers", "[1,2,3]"],
  ["objects for forms", '[{},{"slug":"only-here","stars":5}]'],
  ["arrays for forms", '[[],["slug","only-here"]]'],
  ["__proto__", '[{"__proto__":{"role":"admin"}},{"__proto__":{"slug":"only-here"}}]'],
  ["a promise that never comes", '["$@9","$@8"]'],
  ["references to nothing", '["$K7","$F9","$T","$u","$D2020"]'],
  [
    "a server reference",
    [
      ["1", '{"id":"x","bound":null}'],
      ["0", '["$F1"]'],
    ],
  ],
  ["deep arrays", `${"[".repeat(DEEP)}${"]".repeat(DEEP)}`],
  ["deep objects", `[${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}]`],
  ["900 KB of text", `["${"a".repeat(900_000)}"]`],
  ["a form of unknown fields", form({ constructor: "1", __proto__: "2", toString: "3", slug: "only-here" })],
  [
    "fields given twice",
    [
      ["_1_slug", "only-here"],
      ["_1_slug", "only-here"],
      ["_1_stars", "5"],
      ["_1_stars", "1"],
      ["0", '[{},"$K1"]'],
    ],
  ],
  [
    "a form of 3,000 fields",
    [...Array.from({ length: 3_000 }, (_, n): Part => [`_1_f${n}`, "x"]), ["0", '[{},"$K1"]']],
  ],
  [
    "NUL and half a surrogate pair",
    form({ slug: "only\u0000here", stars: "5", name: "\ud800", email: "\u0000@x.example" }),
  ],
];

for (const [what, parts] of GARBAGE) {
  test(`${what} as arguments: no action writes, none tells a stack`, async () => {
    const before = await head();
    for (const action of actions()) {
      // Whose arguments do not matter: it is what a member of the hall may do at any time.
      if (action.name === "signOutAction") continue;
      for (const cookie of [member, admin]) {
        const since = performance.now();
        const answer = await call(action.id, pageOf(action), parts, { cookie });
        const told = `${action.name}: ${answer.status} ${answer.body.slice(0, 200)}`;
        const stack = /node_modules|\.next\/server|\n\s+at \S+ \(|PostgresError|TypeError|RangeError/.exec(answer.body);
        expect(stack, told).toBeNull();
        expect(performance.now() - since, told).toBeLessThan(2_000);
      }
    }
    expect(await head()).toBe(before);
    expect((await ask("/api/health/live")).status).toBe(200);
  });
}

test("a viewer cannot do what members do, and a member not what admins do", async () => {
  const viewer = await sessionOf("quiet", seeded.quiet.viewer);
  const before = await head();
  const above = ["saveRatingAction", "removeRatingAction", "editSkillAction", "archiveSkillAction"];
  const admins = [
    "saveSettingsAction",
    "removeLogoAction",
    "verifyAuditAction",
    "testSearchModelAction",
    "saveSearchModelAction",
    "removeSearchModelAction",
  ];
  for (const name of [...above, ...admins]) {
    const answer = await call(named(name).id, pageOf(named(name)), partsOf(name), { cookie: viewer });
    expect(answer.status, name).toBeLessThan(500);
  }
  for (const name of admins) {
    const answer = await call(named(name).id, pageOf(named(name)), partsOf(name), { cookie: member });
    expect(answer.status, name).toBe(404);
  }
  expect(await head()).toBe(before);
});

test("an action sent to a page that lacks it runs in its own hall, or not at all", async () => {
  const other = await sessionOf("quiet", seeded.quiet.member);
  const account = await ask("/account", { host: quiet, headers: { cookie: member } });
  const open = [...account.body.matchAll(/name="sessionId" value="([0-9a-f-]{36})"/g)].map((match) => match[1] ?? "");
  expect(open.length).toBeGreaterThan(0);
  const { id, pages } = named("closeSessionAction");
  expect(pages).not.toContain("app/skills/page");
  const before = await head();
  // Next hands it on to the page that has it, by a request to itself as “localhost”: this is where a tenant gets lost (#96344).
  const [closed = ""] = open;
  const claims: Record<string, string>[] = [
    {},
    { "x-forwarded-host": globex },
    { "x-action-forwarded": "1", "x-forwarded-host": globex },
  ];
  for (const headers of claims) {
    const answer = await call(id, "/skills", form({ sessionId: closed }), { cookie: member, headers });
    expect(answer.status).toBeLessThan(500);
  }
  expect(await head(), "closed once, in the quiet hall's own log").toBe(before + 1);
  const left = [member, other].map((cookie) => ask("/account", { host: quiet, headers: { cookie } }));
  const statuses = (await Promise.all(left)).map((answer) => answer.status);
  // Whichever of the member's sessions it was, only that one is over.
  expect(statuses.filter((status) => status === 307).length).toBeLessThan(2);
  const again = await ask("/account", { host: globex, headers: { cookie: neighbour } });
  expect(again.status).toBe(200);
});

test("an id that is no action's, another origin and no origin are refused", async () => {
  const before = await head();
  const { id } = named("saveRatingAction");
  const good = partsOf("saveRatingAction");
  expect((await call("00".repeat(21), "/skills/only-here", good, { cookie: member })).status).toBeLessThan(500);
  for (const origin of [`http://${globex}`, "null", "https://evil.example", ""]) {
    const answer = await call(id, "/skills/only-here", good, { cookie: member, headers: { origin } });
    expect(answer.status, origin).toBe(403);
  }
  expect(await head()).toBe(before);
});
