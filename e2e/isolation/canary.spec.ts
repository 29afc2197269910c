import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { acme } from "@/db/seed/acme";
import { globex } from "@/db/seed/globex";
import { expect, port, test } from "../fixtures";
import { type Answer, ask, sessionOf } from "../http";
import { seeded } from "../seeded";

const host = `globex.localhost:${port}`;
const plenty = `plenty.localhost:${port}`;

const textsOf = (slug: string): string[] => {
  const folder = join("db/seed/packages", slug);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => readFileSync(join(folder, path), "utf8"));
};

/** What only acme has: its name, its people, its skills' names, and a sentence of each of its texts. */
function canaries(): string[] {
  const [ours, theirs] = [textsOf("acme"), textsOf("globex").join("\n")];
  const known = new Set([
    ...globex.people.flatMap(({ email, name }) => [email, name]),
    ...globex.skills.map((s) => s.folder),
  ]);
  const sentences = ours.flatMap((text) =>
    text
      .split("\n")
      .filter((line) => /^[A-Z][\w ,.;’'-]{40,}$/.test(line) && !theirs.includes(line))
      .map((line) => line.slice(0, 40)),
  );
  const names = [
    ...acme.people.flatMap(({ email, name }) => [email, name]),
    ...acme.skills.map((skill) => skill.folder),
  ];
  const wanted = [
    ...acme.searches.map(({ query }) => query).filter((query) => query.includes(" ")),
    ...acme.requests.map(({ title }) => title),
  ];
  const unknown = wanted.filter((text) => !theirs.toLowerCase().includes(text.toLowerCase()));
  return ["Acme", acme.tagline, ...unknown, ...names.filter((name) => !known.has(name)), ...sentences];
}

/** All that a signed-in admin reaches by following links, as pages and as what the router fetches of them. */
async function crawl(cookie: string): Promise<Map<string, string>> {
  const queue = [
    "/",
    "/skills",
    "/skills/new",
    "/account",
    "/outbox",
    "/login",
    "/admin/settings",
    "/admin/audit",
    "/admin/searches?days=90",
    "/requests",
    "/nothing",
  ];
  const seen = new Map<string, string>();
  const lists = () => [...seen.keys()].filter((path) => path.startsWith("/skills?")).length;
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path)) continue;
    // Filters combine without end; the first forty lists show every skill many times over.
    if (path.startsWith("/skills?") && lists() >= 40) continue;
    const page = await ask(path, { host, headers: { cookie } });
    const flight = await ask(path, { host, headers: { cookie, rsc: "1" } });
    const cookies = String(page.headers["set-cookie"] ?? "");
    seen.set(path, page.body + flight.body + cookies + String(page.headers.location ?? ""));
    for (const [, href = ""] of page.body.matchAll(/href="(\/[^"#]*)/g)) {
      if (!href.startsWith("/_next/")) queue.push(href.replaceAll("&amp;", "&"));
    }
  }
  return seen;
}

test("nothing of acme shows anywhere in globex, to its own admin, in any form", async () => {
  test.setTimeout(120_000);
  const words = canaries();
  expect(words.length).toBeGreaterThan(60);
  const pages = await crawl(await sessionOf("globex", seeded.globex.admin));
  expect(pages.size).toBeGreaterThan(80);
  const all = [...pages.values()].join("\n");
  // The crawl does see everything of globex, or finding nothing of acme would mean nothing.
  for (const { folder } of globex.skills) expect(all.includes(folder), folder).toBe(true);
  for (const { title } of globex.requests) expect(all.includes(title.replaceAll("'", "&#x27;")), title).toBe(true);
  for (const { name } of globex.people) expect(all.includes(name), name).toBe(true);
  const found = [...pages].flatMap(([path, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`),
  );
  expect(found).toEqual([]);
});

test("searching in globex for what is acme's finds nothing and completes nothing", async () => {
  const cookie = await sessionOf("globex", seeded.globex.member);
  for (const query of ["robot-log-triage", "Hye-jin Park", "battery health", "priya@acme.example"]) {
    const answer = await ask(`/skills?q=${encodeURIComponent(query)}`, { host, headers: { cookie } });
    expect(answer.body.includes(`href="/skills/robot-log-triage"`), query).toBe(false);
    expect(answer.body.includes(`href="/skills/battery-health-review"`), query).toBe(false);
  }
  const there = await ask("/skills?category=Field+service", { host, headers: { cookie } });
  expect(there.body).toContain("No skills in Field service");
});

/** A page without what differs from one answer to the next: nonces and the address itself. */
const plain = (body: string, path: string): string =>
  body
    .replaceAll(/nonce=\\?"[^"\\]*\\?"|\\?"nonce\\?":\\?"[^"\\]*\\?"/g, "")
    .replaceAll(path, "PATH")
    .replaceAll(encodeURIComponent(path), "PATH")
    .replaceAll(/\\?"[A-Za-z0-9_-]{21,22}[vm]?\\?"/g, "ID");

/** The words a reader sees. */
const words = (body: string): string =>
  body
    .replaceAll(/<script[\s\S]*?<\/script>/g, " ")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

test("an address of acme's is answered in globex as one that nobody has", async () => {
  const cookie = await sessionOf("globex", seeded.globex.admin);
  const person = /\/people\/([0-9a-f-]{36})/.exec((await ask("/skills/code-review")).body)?.[1] ?? "";
  expect(person).not.toBe("");
  const acmeCookie = await sessionOf("acme", seeded.acme.viewer);
  const requests = await ask("/requests", { host: `acme.localhost:${port}`, headers: { cookie: acmeCookie } });
  const wanted = /\/requests\/([0-9a-f-]{36})/.exec(requests.body)?.[1] ?? "";
  expect(wanted).not.toBe("");
  const nobody = "3f2b8c1e-5d7a-4c3e-9b1f-2a6d8e4c7b90";
  for (const [theirs, nothing] of [
    ["/skills/robot-log-triage", "/skills/unheard-of-thing"],
    ["/skills/robot-log-triage/edit", "/skills/unheard-of-thing/edit"],
    ["/skills/robot-log-triage/versions", "/skills/unheard-of-thing/versions"],
    ["/skills/robot-log-triage/versions/new", "/skills/unheard-of-thing/versions/new"],
    ["/skills/robot-log-triage/download", "/skills/unheard-of-thing/download"],
    ["/skills/robot-log-triage/files/SKILL.md", "/skills/unheard-of-thing/files/SKILL.md"],
    ["/skills/robot-log-triage/raw/SKILL.md", "/skills/unheard-of-thing/raw/SKILL.md"],
    [
      "/skills/code-review/files/references/motion-checklist.md",
      "/skills/code-review/files/references/unheard-of-thing.md",
    ],
    ["/skills/code-review/download?version=1.2.0", "/skills/code-review/download?version=7.7.7"],
    [`/people/${person}`, `/people/${nobody}`],
    [`/requests/${wanted}`, `/requests/${nobody}`],
  ] as const) {
    const [one, other] = [
      await ask(theirs, { host, headers: { cookie } }),
      await ask(nothing, { host, headers: { cookie } }),
    ];
    expect([theirs, one.status]).toEqual([theirs, 404]);
    expect(other.status).toBe(404);
    expect(words(plain(one.body, theirs))).toBe(words(plain(other.body, nothing)));
    const said = ({ headers }: Answer) =>
      Object.entries(headers).filter(([name]) => !["date", "etag", "link", "content-security-policy"].includes(name));
    expect(said(one)).toEqual(said(other));
  }
});

test("a place in another hall's list means nothing here", async () => {
  const [here, there] = [
    await sessionOf("globex", seeded.globex.admin),
    await sessionOf("plenty", seeded.plenty.admin),
  ];
  const cursorIn = async (path: string, name: string): Promise<string> => {
    const { body } = await ask(path, { host: plenty, headers: { cookie: there } });
    const found = new RegExp(`[?&;]${name}=([A-Za-z0-9_-]+)`).exec(body)?.[1];
    if (!found) throw new Error(`${path} does not go on.`);
    return found;
  };
  for (const [path, list, name] of [
    ["/skills?sort=name", "/skills?sort=name", "cursor"],
    ["/skills/many-01", "/skills/code-review?", "ratings"],
    ["/skills/many-01/versions", "/skills/code-review/versions?", "cursor"],
    ["/admin/audit", "/admin/audit?", "cursor"],
  ] as const) {
    const cursor = await cursorIn(path, name);
    const answer = await ask(`${list}&${name}=${cursor}`, { host, headers: { cookie: here } });
    expect([path, answer.status]).toEqual([path, 307]);
    expect(answer.headers.location).not.toContain(cursor);
    // It does mean something where it comes from.
    const home = path.includes("?") ? `${path}&${name}=${cursor}` : `${path}?${name}=${cursor}`;
    expect((await ask(home, { host: plenty, headers: { cookie: there } })).status).toBe(200);
  }
});

test("a logo is shown by its own hall alone", async () => {
  const cookie = await sessionOf("plenty", seeded.plenty.admin);
  const settings = await ask("/admin/settings", { host: plenty, headers: { cookie } });
  const replaces = /\/logo\?v=([0-9a-f]+)/.exec(settings.body)?.[1];
  expect(replaces, "nobody else gives plenty a logo").toBeUndefined();
  const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#a03020" } })
    .png()
    .toBuffer();
  const saved = await ask("/admin/settings/logo?replaces=", {
    host: plenty,
    method: "PUT",
    headers: { cookie, origin: `http://${plenty}`, "content-type": "image/png" },
    body: png,
  });
  expect([saved.status, saved.body.slice(0, 200)]).toEqual([200, expect.stringContaining("logoHash")]);
  const { logoHash } = JSON.parse(saved.body) as { logoHash: string };
  const path = `/logo?v=${logoHash.slice(0, 16)}`;
  expect((await ask(path, { host: plenty })).status).toBe(200);
  for (const other of [host, `acme.localhost:${port}`]) expect((await ask(path, { host: other })).status).toBe(404);
});

test("nobody of another hall is suggested, nor a skill of theirs, nor are they similar to anything here", async () => {
  const cookie = await sessionOf("globex", seeded.globex.admin);
  const known = new Set([...globex.people.map(({ name }) => name), ...globex.skills.map((skill) => skill.folder)]);
  const theirs = [...acme.people.map(({ name }) => name), ...acme.skills.map((skill) => skill.folder)];
  const foreign = theirs.filter((name) => !known.has(name));
  for (const name of foreign) {
    const { body } = await ask(`/api/suggest?q=${encodeURIComponent(name)}`, { host, headers: { cookie } });
    for (const other of foreign) expect(body, `${name} suggests ${other}`).not.toContain(`"${other}"`);
  }
  for (const { folder } of [...globex.skills, ...acme.skills]) {
    const { body } = await ask(`/api/similar?skill=${folder}`, { host, headers: { cookie } });
    for (const other of foreign) expect(body, `${folder} is like ${other}`).not.toContain(`"${other}"`);
  }
});
