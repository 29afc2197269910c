import { expect, test } from "vitest";
import type { Settings } from "@/lib/services/settings";
import { homelessSkills, meet, newSheet, type Sheet, settle, textOf } from "./sheet";

const stored: Settings = {
  name: "Acme",
  tagline: "Old",
  accentColor: "#2f5d4f",
  access: "members",
  defaultSort: "rating",
  categories: [
    { name: "Red", skills: 3 },
    { name: "Blue", skills: 0 },
  ],
  revision: 4,
  logoHash: null,
};

const typed = (draft: Partial<Sheet["draft"]>): Sheet => {
  const sheet = newSheet(stored);
  return { ...sheet, draft: { ...sheet.draft, ...draft } };
};

test("what only they changed becomes theirs, what only I changed stays mine", () => {
  const met = meet(typed({ tagline: "Mine" }), { ...stored, name: "Acme Robotics", revision: 5 });
  expect(met.draft).toMatchObject({ name: "Acme Robotics", tagline: "Mine" });
  expect(met).toMatchObject({ theirs: {}, base: { revision: 5 } });
});

test("what both changed stays mine until I take theirs", () => {
  const met = meet(typed({ tagline: "Mine" }), { ...stored, tagline: "Theirs", revision: 5 });
  expect(met).toMatchObject({ draft: { tagline: "Mine" }, theirs: { tagline: "Theirs" } });
  expect(settle(met, "tagline", "mine")).toMatchObject({ draft: { tagline: "Mine" }, theirs: {} });
  expect(settle(met, "tagline", "theirs")).toMatchObject({ draft: { tagline: "Theirs" }, theirs: {} });
});

test("what both changed in the same way is no question", () => {
  expect(meet(typed({ name: "Same" }), { ...stored, name: "Same", revision: 5 }).theirs).toEqual({});
});

test("my list of categories still means the same after they renamed one of them", () => {
  const mine = newSheet(stored).draft.categories.map((row) => (row.was === "Blue" ? { ...row, name: "Navy" } : row));
  const renamed = [
    { name: "Crimson", skills: 3 },
    { name: "Blue", skills: 1 },
  ];
  const met = meet(typed({ categories: mine }), { ...stored, categories: renamed, revision: 5 });
  expect(textOf(met.draft, "categories")).toBe("Red, Navy");
  expect(textOf(met.theirs, "categories")).toBe("Crimson, Blue");
  expect(met.draft.categories.map(({ was }) => was)).toEqual(["", "Blue"]);
  expect(homelessSkills(met)).toBe(3);
  expect(homelessSkills(settle(met, "categories", "theirs"))).toBe(0);
});

test("skills lose their category when its row goes, not when it is renamed or put back", () => {
  const [red, blue] = newSheet(stored).draft.categories as [never, never];
  expect(homelessSkills(typed({ categories: [blue] }))).toBe(3);
  expect(homelessSkills(typed({ categories: [red] }))).toBe(0);
  expect(homelessSkills(typed({ categories: [{ ...(red as object), name: "Lime" } as never] }))).toBe(0);
  expect(homelessSkills(typed({ categories: [{ key: 9, name: "Red", was: "", skills: 0 }] }))).toBe(0);
});
