import { expect, test } from "vitest";
import { hashedEmbedder } from "./hashed";

const near = (a?: Float32Array, b?: Float32Array) =>
  [...(a ?? [])].reduce((sum, part, at) => sum + part * (b?.[at] ?? 0), 0);

test("a text is nearer to one that shares its words than to one that does not", async () => {
  const [review, reviews, bread] = await hashedEmbedder().embed([
    "Review a pull request",
    "reviews pull requests before merging",
    "bake sourdough bread",
  ]);
  expect(near(review, reviews)).toBeGreaterThan(near(review, bread) + 0.2);
  expect(near(review, review)).toBeCloseTo(1, 5);
});

test("the same text has the same vector on every machine, and a text without words the zero vector", async () => {
  const [one, nothing] = await hashedEmbedder().embed(["größe 東京 x", " — !"]);
  expect([...(one ?? [])].findIndex((part) => part !== 0)).toBe(55);
  expect(nothing).toEqual(new Float32Array(256));
});
