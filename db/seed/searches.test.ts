import { describe, expect, test } from "vitest";
import { organisations } from "@/db/seed/organisations";
import { searchesOf } from "@/db/seed/searches";
import { loggedQuery } from "@/lib/inputs/logged-query";
import { askForSkillInput } from "@/lib/inputs/request";

const today = new Date("2026-11-24T12:00:00Z");

describe.each(organisations)("what people of $slug look for and ask for", (organisation) => {
  const { slug, people, skills, searches, requests } = organisation;
  const made = searchesOf(searches, { seed: slug, today });

  test("searches are as the log keeps them, and the same each time", () => {
    for (const { query, results, places } of searches) {
      expect(loggedQuery(query)).toBe(query);
      expect(Math.max(...places)).toBeLessThanOrEqual(results);
    }
    expect(searchesOf(searches, { seed: slug, today })).toEqual(made);
  });

  test("there are weeks of them, none in the future, with some of every kind", () => {
    expect(made.length).toBeGreaterThan(250);
    expect(made.every(({ at }) => at <= today)).toBe(true);
    expect(made.filter(({ results }) => results === 0).length).toBeGreaterThan(20);
    expect(made.filter(({ results, isClose }) => results > 0 && !isClose).length).toBeGreaterThan(20);
    expect(made.filter(({ clickedPlace }) => clickedPlace !== null).length).toBeGreaterThan(made.length / 3);
  });

  test("three requests are open and one is closed, by people who may, in an order that can have been", () => {
    expect(requests.map(({ closed }) => closed !== undefined)).toEqual([false, false, false, true]);
    const known = new Map(people.map(({ email, role }) => [email, role]));
    for (const { title, detail, by, votes, daysAgo, closed } of requests) {
      expect(askForSkillInput.parse({ title, detail })).toEqual({ title, detail });
      expect(["member", "reviewer", "admin"]).toContain(known.get(by));
      expect(new Set([by, ...votes]).size).toBe(votes.length + 1);
      expect(votes.filter((email) => !known.has(email))).toEqual([]);
      if (!closed) continue;
      const skill = skills.find(({ folder }) => folder === closed.skill);
      expect([skill?.author, skill?.author !== undefined]).toEqual([closed.by, true]);
      expect(closed.daysAgo).toBeLessThan(daysAgo);
      expect(closed.daysAgo).toBeLessThanOrEqual(skill?.versions[0]?.daysAgo ?? 0);
    }
  });
});

test("no search and no request of one organisation is also the other's", () => {
  const wanted = organisations.map(({ searches, requests }) => [
    ...searches.map(({ query }) => query),
    ...requests.flatMap(({ title, detail }) => [title, detail]),
  ]);
  const [ours = [], theirs = []] = wanted;
  expect(ours.filter((text) => theirs.includes(text))).toEqual([]);
});
