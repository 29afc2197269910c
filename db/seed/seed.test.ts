import { readdirSync } from "node:fs";
import { join } from "node:path";
import semver from "semver";
import { describe, expect, test } from "vitest";
import { acme } from "@/db/seed/acme";
import { globex } from "@/db/seed/globex";
import type { SeedOrganisation, SeedSkill } from "@/db/seed/organisation";
import { filesOf, type SeedFile } from "@/db/seed/package";
import { usageOf } from "@/db/seed/usage";
import { parsePackage } from "@/lib/package/parse";

const organisations = [acme, globex];
const skillsOf = (organisation: SeedOrganisation) => organisation.skills.map((skill) => ({ organisation, skill }));
const everySkill = organisations.flatMap(skillsOf);
const everyVersion = everySkill.flatMap(({ organisation, skill }) =>
  skill.versions.map((version) => ({ organisation, skill, version, files: filesOf(organisation, skill, version) })),
);

function textOf(files: SeedFile[], path = "SKILL.md"): string {
  return new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);
}

function mean(skill: SeedSkill): number {
  return skill.ratings.reduce((sum, rating) => sum + rating.stars, 0) / skill.ratings.length;
}

describe("packages", () => {
  test.each(everyVersion)("$organisation.slug/$skill.folder $version.version has nothing to find fault with", (row) => {
    const { skill, findings } = parsePackage(row.files, row.skill.folder);
    expect(findings).toEqual([]);
    expect(skill?.name).toBe(row.skill.folder);
  });

  test.each(everyVersion)(
    "$organisation.slug/$skill.folder $version.version names only files it holds",
    ({ files }) => {
      const paths = files.map((file) => file.path);
      const named = textOf(files).match(/(?:references|scripts|assets)\/[\w.-]+\.\w+/g) ?? [];
      expect(paths).toEqual(expect.arrayContaining(named));
      expect(named).toEqual(expect.arrayContaining(paths.filter((path) => path !== "SKILL.md")));
    },
  );

  test.each(organisations)(
    "every folder of $slug is a skill in its manifest, and the other way round",
    ({ slug, skills }) => {
      const entries = readdirSync(join(import.meta.dirname, "packages", slug)).sort();
      expect(skills.map((skill) => skill.folder).sort()).toEqual(entries);
    },
  );

  test("a name that both organisations use stands for different content", () => {
    const shared = acme.skills.filter((skill) => globex.skills.some((other) => other.folder === skill.folder));
    expect(shared.length).toBeGreaterThanOrEqual(4);
    for (const skill of shared) {
      const lines = (organisation: SeedOrganisation) => textOf(filesOf(organisation, skill, {})).split("\n");
      const sentences = new Set(lines(acme).filter((line) => line.length > 40));
      expect(lines(globex).filter((line) => sentences.has(line))).toEqual([]);
    }
  });

  test("a third of the bodies run from 60 to 200 lines, no body is under 20", () => {
    const lengths = everySkill.map(({ organisation, skill }) => {
      const [, , body = ""] = textOf(filesOf(organisation, skill, {})).split("---\n");
      return body.trim().split("\n").length;
    });
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(200);
    expect(lengths.filter((length) => length >= 60).length).toBeGreaterThanOrEqual(Math.floor(lengths.length / 3));
  });
});

describe("versions", () => {
  test.each(everySkill)(
    "$organisation.slug/$skill.folder rises in number and in time, and each version differs",
    (row) => {
      const { versions } = row.skill;
      const files = versions.map((version) =>
        JSON.stringify(filesOf(row.organisation, row.skill, version).map(textual)),
      );
      expect(new Set(files).size).toBe(versions.length);
      expect(versions.map(({ version }) => version)).toEqual(semver.sort(versions.map(({ version }) => version)));
      expect(versions.map(({ daysAgo }) => daysAgo)).toEqual(
        versions.map(({ daysAgo }) => daysAgo).sort((a, b) => b - a),
      );
      expect(versions.at(-1)?.edits).toBeUndefined();
      expect(versions.every(({ changelog }) => changelog.endsWith("."))).toBe(true);
    },
  );

  test("a third of the skills have earlier versions, and some are new this week", () => {
    const earlier = everySkill.filter(({ skill }) => skill.versions.length > 1);
    expect(earlier.length).toBeGreaterThanOrEqual(everySkill.length / 3);
    expect(everySkill.filter(({ skill }) => (skill.versions[0]?.daysAgo ?? 99) < 7).length).toBeGreaterThanOrEqual(2);
  });
});

describe.each(organisations)("people and settings of $slug", (organisation) => {
  const { people, skills } = organisation;
  const roleOf = new Map(people.map((person) => [person.email, person.role]));
  const withRole = (role: string) => people.filter((person) => person.role === role).length;

  test("there are twelve to fourteen people in every role, each once", () => {
    expect(people.length).toBeGreaterThanOrEqual(12);
    expect(people.length).toBeLessThanOrEqual(14);
    expect(roleOf.size).toBe(people.length);
    expect([1, 2]).toContain(withRole("admin"));
    expect(withRole("reviewer")).toBe(2);
    expect(withRole("viewer")).toBeGreaterThanOrEqual(2);
    expect(people.every((person) => person.email === person.email.toLowerCase())).toBe(true);
  });

  test("everyone who publishes or rates is a member or above", () => {
    const active = skills.flatMap((skill) => [skill.author, ...skill.ratings.map((rating) => rating.by)]);
    const refused = active.filter((email) => !["member", "reviewer", "admin"].includes(roleOf.get(email) ?? ""));
    expect(refused).toEqual([]);
  });

  test("every category exists and is used, and there are eight to ten", () => {
    const used = new Set(skills.map((skill) => skill.category));
    expect([...used].sort()).toEqual([...organisation.categories].sort());
    expect(organisation.categories.length).toBeGreaterThanOrEqual(8);
    expect(organisation.categories.length).toBeLessThanOrEqual(10);
  });

  test("the accent can carry white text", () => {
    expect(contrastWithWhite(organisation.accent)).toBeGreaterThanOrEqual(4.5);
  });

  test("a person rates a skill at most once, not their own, and not before it was published", () => {
    for (const { author, ratings, versions } of skills) {
      const raters = ratings.map((rating) => rating.by);
      expect(new Set(raters).size).toBe(raters.length);
      expect(raters).not.toContain(author);
      expect(ratings.filter((rating) => rating.daysAgo > (versions[0]?.daysAgo ?? 0))).toEqual([]);
      expect(ratings.filter(({ stars }) => !Number.isInteger(stars) || stars < 1 || stars > 5)).toEqual([]);
    }
  });

  test("its front page has something loved, something disliked, something unrated, something rising and something fading", () => {
    const rated = skills.filter((skill) => skill.ratings.length >= 3);
    expect(rated.some((skill) => mean(skill) >= 4.5)).toBe(true);
    expect(rated.some((skill) => mean(skill) <= 2)).toBe(true);
    expect(skills.some((skill) => skill.ratings.length === 0)).toBe(true);
    expect(skills.filter((skill) => skill.uses.trend === "rising").length).toBeGreaterThanOrEqual(3);
    expect(skills.some((skill) => skill.uses.trend === "fading")).toBe(true);
  });

  test("the most used skill has hundreds of uses in ninety days, and every skill has some", () => {
    const today = new Date("2026-03-18T18:00:00Z");
    const counts = skills.map((skill) => usageOf(skill, people, { seed: organisation.slug, today }).length);
    expect(Math.max(...counts)).toBeGreaterThan(250);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});

test("the two halls hold 28 skills, one person in common and different faces", () => {
  const emails = new Set(acme.people.map((person) => person.email));
  expect(everySkill.length).toBeGreaterThanOrEqual(28);
  expect(globex.people.filter((person) => emails.has(person.email))).toHaveLength(1);
  expect(acme.accent).not.toBe(globex.accent);
});

function textual(file: SeedFile): [string, string] {
  return [file.path, new TextDecoder().decode(file.bytes)];
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function contrastWithWhite(accent: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(accent.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
