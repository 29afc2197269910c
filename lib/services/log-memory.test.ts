import { expect, test } from "vitest";
import { parseBrowse } from "@/lib/inputs/browse";
import { browseSkills } from "./browse";
import { editSkill } from "./edit";
import { findFrontPage } from "./front-page";
import { sinceLastWrite } from "./log-memory";
import { archiveSkill } from "./skill-status";
import { publish, twoHalls } from "./skill-testing";
import { someone } from "./testing";
import { read } from "./unit";

test("what was counted is counted again after a write, and by nobody before it", async () => {
  const hall = await someone("admin");
  let times = 0;
  const ask = () => read(hall, (tx) => sinceLastWrite(tx, hall, "some count", async () => ++times));
  expect([await ask(), await ask()]).toEqual([1, 1]);
  await publish(hall);
  expect([await ask(), await ask()]).toEqual([2, 2]);
});

test("an answer that failed is asked for again", async () => {
  const hall = await someone("admin");
  const ask = (find: () => Promise<number>) => read(hall, (tx) => sinceLastWrite(tx, hall, "some count", find));
  await expect(ask(() => Promise.reject(new Error("No.")))).rejects.toThrow("No.");
  expect(await ask(async () => 7)).toBe(7);
});

test("one hall is never answered with what another one was", async () => {
  const { mine, theirs } = await twoHalls();
  const ask = (ctx: typeof mine, answer: string) =>
    read(ctx, (tx) => sinceLastWrite(tx, ctx, "the same key", async () => answer));
  expect([await ask(mine, "mine"), await ask(theirs, "theirs")]).toEqual(["mine", "theirs"]);
});

test("the counts beside the skills change with the very next page", async () => {
  const { mine: hall } = await twoHalls();
  const browse = () => browseSkills(hall, parseBrowse({}, "rating"));
  const totals = async () => [(await browse()).total, (await findFrontPage(hall)).total];
  const before = (await browse()).total;
  expect(await totals()).toEqual([before, before]);
  await publish(hall, { name: "one-more", tags: ["rare"] });
  expect(await totals()).toEqual([before + 1, before + 1]);
  expect((await browse()).tags).toContainEqual({ name: "rare", count: 1 });
  await editSkill(hall, {
    slug: "one-more",
    name: "One more",
    description: "Does one more.",
    category: "other",
    tags: ["rarer"],
  });
  expect((await browse()).tags).toContainEqual({ name: "rarer", count: 1 });
  await archiveSkill(hall, { slug: "one-more" });
  expect(await totals()).toEqual([before, before]);
});
