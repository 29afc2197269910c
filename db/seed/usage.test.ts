import { expect, test } from "vitest";
import type { SeedPerson, SeedSkill, SeedUses } from "@/db/seed/organisation";
import { momentOf, usageOf } from "@/db/seed/usage";

const today = new Date("2026-03-18T15:00:00Z");
const people: SeedPerson[] = Array.from({ length: 12 }, (_, index) => ({
  email: `person${index}@acme.example`,
  name: `Person ${index}`,
  title: "",
  role: "member",
}));

function skillUsed(uses: SeedUses, publishedDaysAgo = 200): SeedSkill {
  const versions = [{ version: "1.0.0", changelog: "", daysAgo: publishedDaysAgo }];
  return { folder: "code-review", category: "", tags: [], author: "", versions, ratings: [], uses };
}

function uses(profile: SeedUses, publishedDaysAgo?: number) {
  return usageOf(skillUsed(profile, publishedDaysAgo), people, { seed: "acme", today });
}

test("nobody uses a skill twice on one day, even when more uses are asked for than there are people", () => {
  const events = uses({ perWeek: 400, trend: "rising" });
  const days = events.map((event) => `${event.by} ${event.at.toISOString().slice(0, 10)}`);
  expect(new Set(days).size).toBe(days.length);
  expect(new Set(events.map((event) => event.key)).size).toBe(events.length);
});

test("the same arguments give the same uses, another seed gives others", () => {
  const skill = skillUsed({ perWeek: 20, trend: "steady" });
  const once = usageOf(skill, people, { seed: "acme", today });
  expect(usageOf(skill, people, { seed: "acme", today })).toEqual(once);
  expect(usageOf(skill, people, { seed: "globex", today })).not.toEqual(once);
});

test("the total is near what the profile asks for, whatever the trend", () => {
  for (const trend of ["rising", "steady", "fading"] as const) {
    const wanted = (20 * 90) / 7;
    expect(uses({ perWeek: 20, trend }).length).toBeGreaterThan(wanted * 0.8);
    expect(uses({ perWeek: 20, trend }).length).toBeLessThan(wanted * 1.2);
  }
});

test("a rising skill is used more in the last month than in the first, a fading one less", () => {
  const monthAgo = new Date(today.getTime() - 30 * 86_400_000);
  const twoMonthsAgo = new Date(today.getTime() - 60 * 86_400_000);
  const change = (trend: SeedUses["trend"]) => {
    const events = uses({ perWeek: 20, trend });
    const recent = events.filter((event) => event.at > monthAgo).length;
    return recent / events.filter((event) => event.at < twoMonthsAgo).length;
  };
  expect(change("rising")).toBeGreaterThan(2);
  expect(change("fading")).toBeLessThan(0.5);
});

test("every use lies within ninety days, after the first version and not in the future", () => {
  const since = (days: number) => new Date(today.getTime() - days * 86_400_000);
  const established = uses({ perWeek: 20, trend: "steady" });
  expect(established.every((event) => event.at > since(90) && event.at <= today)).toBe(true);
  const fresh = uses({ perWeek: 20, trend: "steady" }, 4);
  expect(fresh.length).toBeGreaterThan(0);
  expect(fresh.every((event) => event.at > since(5))).toBe(true);
});

test("a moment is on its day, in working hours, and never later than now", () => {
  const moment = momentOf(12, "code-review/1.0.0", today);
  expect(moment.toISOString()).toMatch(/^2026-03-06T(08|09|1[0-6]):/);
  const morning = new Date("2026-03-18T06:00:00Z");
  expect(momentOf(0, "code-review/1.0.0", morning)).toEqual(morning);
});
