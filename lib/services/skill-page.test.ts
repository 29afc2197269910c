import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { findArchive } from "./archive";
import { findSkillFile } from "./files";
import { publishVersion } from "./publish";
import { saveRating } from "./ratings";
import { findSkillPage } from "./skill-page";
import { CANARY, file, packageOf, publish, twoHalls } from "./skill-testing";
import { someone } from "./testing";
import { listVersions } from "./versions";

const slug = "code-review";

test("a page tells what the package says of itself, rendered safely", async () => {
  const ctx = await someone("member");
  const extra = "license: MIT\ncompatibility: Needs git\nallowed-tools: Read Bash(git:*)\nmetadata:\n  edition: 1.0\n";
  await publish(ctx, { extra, body: "Hello <script>alert(1)</script> **bold**." });
  const page = await findSkillPage(ctx, { slug, viewerId: ctx.member.id });
  expect(page).toMatchObject({
    mayChange: true,
    ratingMean: null,
    stars: [0, 0, 0, 0, 0],
    minutesSavedMean: null,
    myRating: null,
    ratings: { rows: [], next: null },
    version: {
      license: "MIT",
      compatibility: "Needs git",
      allowedTools: "Read Bash(git:*)",
      metadata: { edition: "1.0" },
    },
  });
  expect(page?.version.html).toContain("<strong>bold</strong>");
  expect(page?.version.html).not.toContain("<script");
  expect(page?.version.createdAt).toBeInstanceOf(Date);
});

test("no such skill or version is null", async () => {
  const ctx = await someone("member");
  await publish(ctx);
  expect(await findSkillPage(ctx, { slug: "none", viewerId: null })).toBeNull();
  expect(await findSkillPage(ctx, { slug, version: "2.0.0", viewerId: null })).toBeNull();
  expect(await findSkillFile(ctx, { slug, path: "none.md" })).toBeNull();
  expect(await findSkillFile(ctx, { slug, version: "2.0.0", path: "SKILL.md" })).toBeNull();
  expect(await findArchive(ctx, { slug, version: "2.0.0" })).toBeNull();
  expect(await listVersions(ctx, { slug: "none" })).toBeNull();
});

test("ratings come ten at a time, newest first, with all of them counted and the viewer's own apart", async () => {
  const author = await someone("admin");
  await publish(author);
  const people = await Promise.all(Array.from({ length: 12 }, () => someone("member", author)));
  for (const [index, person] of people.entries()) {
    await saveRating(person, {
      slug,
      stars: 1 + (index % 5),
      comment: `Comment ${index}`,
      minutesSaved: index < 2 ? 10 + 20 * index : null,
    });
  }
  const viewerId = people[0]?.member.id ?? null;
  const page = await findSkillPage(author, { slug, viewerId });
  expect(page?.ratings.rows.map((rating) => rating.comment)).toEqual(
    Array.from({ length: 10 }, (_, index) => `Comment ${11 - index}`),
  );
  expect(page).toMatchObject({
    stars: [3, 3, 2, 2, 2],
    minutesSavedMean: 20,
    myRating: { stars: 1, comment: "Comment 0", minutesSaved: 10 },
    mayChange: false,
  });
  const older = await findSkillPage(author, { slug, viewerId, ratingsCursor: page?.ratings.next ?? "" });
  expect(older?.ratings.rows.map((rating) => rating.comment)).toEqual(["Comment 1", "Comment 0"]);
  expect(older?.ratings.next).toBeNull();
  await publish(author, { name: "other-skill" });
  const elsewhere = findSkillPage(author, { slug: "other-skill", viewerId, ratingsCursor: page?.ratings.next ?? "" });
  await expect(elsewhere).rejects.toMatchObject({ code: "invalid" });
});

test("each version keeps its own files and gives the very zip that was published", async () => {
  const ctx = await someone("member");
  const first = await publish(ctx, { files: [...packageOf(), file("notes.txt", "one")] });
  const files = [...packageOf(), file("notes.txt", "two"), file("run.sh", "echo\n", true)];
  const second = await publishVersion(ctx, { slug, files, version: "1.1.0", changelog: "More." });
  const text = async (version?: string) =>
    new TextDecoder().decode((await findSkillFile(ctx, { slug, version, path: "notes.txt" }))?.bytes);
  expect([await text("1.0.0"), await text("1.1.0"), await text()]).toEqual(["one", "two", "two"]);
  const archive = await findArchive(ctx, { slug, version: "1.0.0" });
  expect(archive).toMatchObject({ filename: "code-review-1.0.0.zip", version: "1.0.0" });
  expect(`sha256:${archive?.sha256}`).toBe(first.digest);
  expect(`sha256:${(await findArchive(ctx, { slug }))?.sha256}`).toBe(second.digest);
  expect((await findSkillPage(ctx, { slug, version: "1.0.0", viewerId: null }))?.files).toHaveLength(2);
});

test("files that were altered in the store are not handed out as the published ones", async () => {
  const ctx = await someone("member");
  await publish(ctx, { files: [...packageOf(), file("notes.txt", "one")] });
  await database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.tenant_id', ${ctx.tenantId}, true)`);
    await tx.execute(
      sql`update skill_files set content = 'two'::bytea where path = 'notes.txt' and tenant_id = ${ctx.tenantId}`,
    );
  });
  await expect(findArchive(ctx, { slug })).rejects.toThrow(/do not have the published digest/);
});

test("versions come thirty at a time, the last one first", async () => {
  const ctx = await someone("member");
  for (let patch = 0; patch < 32; patch += 1) await publish(ctx, { version: `1.0.${patch}`, body: `Patch ${patch}.` });
  const page = await listVersions(ctx, { slug });
  expect(page).toMatchObject({ skill: { latestVersion: "1.0.31", versionCount: 32 } });
  expect(page?.rows.map((row) => row.version).slice(0, 2)).toEqual(["1.0.31", "1.0.30"]);
  const rest = await listVersions(ctx, { slug, cursor: page?.next });
  expect(rest?.rows.map((row) => row.version)).toEqual(["1.0.1", "1.0.0"]);
  expect(rest?.next).toBeNull();
  expect((await findSkillPage(ctx, { slug, viewerId: null }))?.versions).toHaveLength(5);
}, 60_000);

test("the neighbour's page, versions, files and archive are not to be had, by name or by cursor", async () => {
  const { mine, theirs } = await twoHalls();
  for (let patch = 1; patch < 32; patch += 1)
    await publish(theirs, { version: `1.0.${patch}`, body: CANARY, title: `${CANARY} ${patch}` });
  const { next } = (await listVersions(theirs, { slug })) ?? {};
  expect(await findSkillPage(mine, { slug, viewerId: theirs.member.id })).toBeNull();
  expect(await listVersions(mine, { slug, viewerId: theirs.member.id })).toBeNull();
  expect(await findSkillFile(mine, { slug, path: "SKILL.md", viewerId: theirs.member.id })).toBeNull();
  expect(await findArchive(mine, { slug, viewerId: theirs.member.id })).toBeNull();
  await publish(mine);
  const page = await findSkillPage(mine, { slug, viewerId: theirs.member.id });
  expect(page?.mayChange).toBe(false);
  expect(JSON.stringify([page, await listVersions(mine, { slug })])).not.toContain(CANARY);
  await expect(listVersions(mine, { slug, cursor: next })).rejects.toMatchObject({ code: "invalid" });
}, 60_000);
