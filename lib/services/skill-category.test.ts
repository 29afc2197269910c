import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { MemberContext } from "@/lib/context";
import { findEditableSkill } from "./edit";
import { findSettings, saveSettings } from "./settings";
import { publish } from "./skill-testing";
import { someTenant } from "./testing";
import { mutate } from "./unit";

async function hallWith(...categories: string[]): Promise<MemberContext> {
  const admin = await someTenant();
  await saveCategories(admin, categories);
  return admin;
}

async function saveCategories(ctx: MemberContext, categories: string[]): Promise<void> {
  const { logoHash: _, ...settings } = await findSettings(ctx);
  const wanted = categories.map((name) => {
    const was = settings.categories.find((category) => category.name === name)?.name ?? null;
    return { name, was };
  });
  await saveSettings(ctx, { ...settings, categories: wanted, opens: false, moves: 9 });
}

/** Does the first, and the second while the first has done its work and not yet committed. */
async function overlapping(ctx: MemberContext, first: () => Promise<unknown>, second: () => Promise<unknown>) {
  let reached = () => {};
  const done = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const slow = mutate(ctx, { action: "skill.edit", role: "member" }, async () => {
    await first();
    reached();
    await sleep(400);
    return { row: null, unchanged: true };
  });
  await done;
  await Promise.all([slow, second()]);
}

const removeTools = (ctx: MemberContext) => saveCategories(ctx, ["guides"]);

test("a category that is removed while a skill is published into it takes the skill along", async () => {
  const admin = await hallWith("guides", "tools");
  await overlapping(
    admin,
    () => publish(admin, { category: "tools" }),
    () => removeTools(admin),
  );
  expect((await findEditableSkill(admin, "code-review"))?.category).toBe("other");
});

test("a skill is refused by a category whose removal is under way", async () => {
  const admin = await hallWith("guides", "tools");
  const late = () => expect(publish(admin, { category: "tools" })).rejects.toMatchObject({ code: "invalid" });
  await overlapping(admin, () => removeTools(admin), late);
  expect(await findEditableSkill(admin, "code-review")).toBeNull();
});
