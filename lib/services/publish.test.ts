import { expect, test } from "vitest";
import { findArchive } from "./archive";
import { publishSkill, publishVersion } from "./publish";
import { findSkillPage } from "./skill-page";
import { archiveSkill } from "./skill-status";
import { CANARY, countAudit, file, packageOf, publish, stateOf, twoHalls } from "./skill-testing";
import { someone } from "./testing";

const open = (ctx: { tenantId: string }, slug = "code-review", version?: string) =>
  findSkillPage({ ...ctx, slug: "", address: null, userAgent: null }, { slug, version, viewerId: null });

test("a member publishes a package under the name in its front matter", async () => {
  const ctx = await someone("member");
  const files = [...packageOf(), file("scripts/look.sh", "echo look\n", true)];
  const published = await publishSkill(ctx, {
    files,
    category: "other",
    tags: ["review"],
    version: "1.0.0",
    changelog: "First.",
  });
  expect(published).toMatchObject({ slug: "code-review", name: "Code review", version: "1.0.0", created: true });
  expect(await open(ctx)).toMatchObject({
    slug: "code-review",
    latestVersion: "1.0.0",
    versionCount: 1,
    tags: ["review"],
    version: { digest: published.digest, fileCount: 2, changelog: "First." },
    files: [{ path: "SKILL.md" }, { path: "scripts/look.sh", executable: true }],
  });
  expect(await countAudit(ctx, "skill.publish")).toBe(1);
});

test("a viewer cannot publish, and nothing is written", async () => {
  const ctx = await someone("viewer");
  const before = await stateOf(ctx);
  await expect(publish(ctx)).rejects.toMatchObject({ code: "forbidden" });
  expect(await stateOf(ctx)).toBe(before);
});

test("a package with an error is refused with its file, line and sentence, and nothing is written", async () => {
  const ctx = await someone("member");
  const before = await stateOf(ctx);
  await expect(publish(ctx, { name: "Code_Review" })).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringMatching(/^This package cannot be published\. SKILL\.md, line 2: /),
    fields: { files: expect.stringContaining("SKILL.md, line 2") },
  });
  expect(await stateOf(ctx)).toBe(before);
});

test.each([
  ["version", { version: "1.0" }],
  ["version", { version: "v1.0.0" }],
  ["category", { category: "No such category" }],
])("a %s that cannot be is refused beside its field", async (field, words) => {
  const ctx = await someone("member");
  await expect(publish(ctx, words)).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  expect(await open(ctx)).toBeNull();
});

test("the same version with the same bytes is the existing one; with other bytes it is a conflict", async () => {
  const ctx = await someone("member");
  const first = await publish(ctx);
  const log = await countAudit(ctx);
  expect(await publish(ctx)).toEqual({ ...first, created: false });
  await expect(publish(ctx, { body: "Other words." })).rejects.toMatchObject({
    code: "conflict",
    message:
      "code-review 1.0.0 is already published with other content. A version never changes: publish a higher one.",
  });
  expect(await countAudit(ctx)).toBe(log);
});

test("a name that is somebody else's is refused with their name and another one to take", async () => {
  const admin = await someone("admin");
  const [author, rival] = [await someone("member", admin), await someone("member", admin)];
  await publish(author);
  await expect(publish(rival, { version: "2.0.0" })).rejects.toMatchObject({
    code: "conflict",
    message: `The name “code-review” belongs to ${author.member.name}. Choose another, such as “code-review-2”, in the front matter.`,
  });
  expect((await open(author))?.versionCount).toBe(1);
});

test("only the author and admins publish versions; the highest one is the latest, whenever it came", async () => {
  const admin = await someone("admin");
  const [author, rival] = [await someone("member", admin), await someone("member", admin)];
  await publish(author);
  const release = (version: string) => ({
    slug: "code-review",
    files: packageOf({ body: version }),
    version,
    changelog: "",
  });
  await expect(publishVersion(rival, release("1.1.0"))).rejects.toMatchObject({ code: "forbidden" });
  await publishVersion(author, release("1.10.0"));
  await publishVersion(admin, release("1.9.1"));
  await publishVersion(author, release("2.0.0-rc.1"));
  const skill = await open(author);
  expect(skill).toMatchObject({ latestVersion: "2.0.0-rc.1", versionCount: 4, author: { id: author.member.id } });
  expect((await open(author, "code-review", "1.9.1"))?.version.author.id).toBe(admin.member.id);
  expect(await countAudit(author, "version.publish")).toBe(3);
});

test("a version must carry the skill's name", async () => {
  const ctx = await someone("member");
  await publish(ctx);
  const release = { slug: "code-review", files: packageOf({ name: "other-name" }), version: "1.1.0", changelog: "" };
  await expect(publishVersion(ctx, release)).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("This package is called “other-name”."),
  });
});

test("an archived skill takes no version until it is restored", async () => {
  const ctx = await someone("member");
  await publish(ctx);
  await archiveSkill(ctx, { slug: "code-review" });
  await expect(publish(ctx, { version: "1.1.0" })).rejects.toMatchObject({
    code: "conflict",
    message: "“code-review” is archived. Restore it before you publish a version.",
  });
});

test("of many who publish one version at once exactly one wins", async () => {
  const ctx = await someone("member");
  const attempts = Array.from({ length: 100 }, (_, index) => publish(ctx, { body: `Attempt ${index}.` }));
  const outcomes = await Promise.allSettled(attempts);
  const won = outcomes.filter((outcome) => outcome.status === "fulfilled");
  const lost = outcomes.filter((outcome) => outcome.status === "rejected").map((outcome) => outcome.reason);
  expect(won).toHaveLength(1);
  expect(new Set(lost.map((refusal) => refusal.code))).toEqual(new Set(["conflict"]));
  expect((await open(ctx))?.versionCount).toBe(1);
  expect(await countAudit(ctx, "skill.publish")).toBe(1);
}, 60_000);

test("of two people who take one name at once exactly one has it", async () => {
  const admin = await someone("admin");
  const people = [await someone("member", admin), await someone("member", admin)];
  const outcomes = await Promise.allSettled(people.map((person) => publish(person)));
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await open(admin))?.versionCount).toBe(1);
});

test.each([
  ["a zero character in the front matter", { extra: 'metadata:\n  note: "a\\0b"\n' }],
  ["half a surrogate pair", { extra: 'metadata:\n  note: "\\uD800"\n' }],
  ["a huge number", { extra: "metadata:\n  note: 1e400\n" }],
  ["one endless word", { body: "x".repeat(200_000) }],
])("%s never breaks the store", async (_, words) => {
  const ctx = await someone("member");
  const outcome = await publish(ctx, words).catch((error) => error);
  expect(outcome.created ?? outcome.code).toSatisfy((result) => result === true || result === "invalid");
});

test("what a hall has edited stays when a version is published; what it has not follows the package", async () => {
  const ctx = await someone("member");
  await publish(ctx);
  await publish(ctx, { version: "1.1.0", title: "Change review", description: "Reviews any change. Use it often." });
  expect(await open(ctx)).toMatchObject({ name: "Change review", description: "Reviews any change. Use it often." });
});

test("the neighbour's skill of the same name is neither in the way nor touched", async () => {
  const { mine, theirs } = await twoHalls();
  const before = await stateOf(theirs);
  expect(await publish(mine)).toMatchObject({ slug: "code-review", created: true });
  await expect(publish(mine, { body: "Other words." })).rejects.toMatchObject({ code: "conflict" });
  const version = { slug: "theirs-only", files: packageOf({ name: "theirs-only" }), version: "1.0.0", changelog: "" };
  await publish(theirs, { name: "theirs-only" });
  await expect(publishVersion(mine, version)).rejects.toMatchObject({ code: "not_found" });
  expect(JSON.stringify(await open(mine))).not.toContain(CANARY);
  expect(await findArchive(mine, { slug: "theirs-only" })).toBeNull();
  expect((await stateOf(theirs)).length).toBeGreaterThan(before.length);
  expect(JSON.parse(await stateOf(mine))[0].skills).toHaveLength(1);
});
