import { expect, test } from "vitest";
import { removeMember } from "./members";
import { findPersonPage } from "./people";
import { publishSkill } from "./publish";
import { someone } from "./testing";

const skillMd = (name: string) =>
  new TextEncoder().encode(`---\nname: ${name}\ndescription: Reads ${name} when it is asked to.\n---\n\n# ${name}\n`);

function publish(ctx: Awaited<ReturnType<typeof someone>>, name: string) {
  const files = [{ path: "SKILL.md", bytes: skillMd(name), executable: false }];
  return publishSkill(ctx, { files, category: "other", tags: [], version: "1.0.0", changelog: "" });
}

test("a person's page holds what they published, and nobody else's", async () => {
  const admin = await someone("admin");
  const author = await someone("member", admin);
  await publish(author, "their-own");
  await publish(admin, "another-one");
  const page = await findPersonPage(admin, author.member.id);
  expect(page).toMatchObject({ name: author.member.name, role: "member", hasLeft: false, skillCount: 1 });
  expect(page?.skills.map((skill) => skill.slug)).toEqual(["their-own"]);
});

test("whoever left keeps the page of what they wrote", async () => {
  const admin = await someone("admin");
  const author = await someone("member", admin);
  await publish(author, "left-behind");
  await removeMember(admin, author.member.email);
  expect(await findPersonPage(admin, author.member.id)).toMatchObject({ hasLeft: true, skillCount: 1 });
});

test("another organisation's person has no page here, nor has what is no id", async () => {
  const [acme, globex] = [await someone("admin"), await someone("admin")];
  expect(await findPersonPage(acme, globex.member.id)).toBeNull();
  expect(await findPersonPage(acme, "me")).toBeNull();
});
