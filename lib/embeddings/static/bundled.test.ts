import { describe, expect, test } from "vitest";
import { bundledEmbedder, embedQuery } from "./bundled";

const nearness = (one: string, other: string): number => {
  const [a, b] = [embedQuery(one), embedQuery(other)];
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
};

describe("the model that comes with Guildhall", () => {
  test.each([
    [
      "sum up a long meeting",
      "Meeting notes: turn transcripts into minutes and action items",
      "Kubernetes network policies",
    ],
    ["find security holes", "Vulnerability scanner for dependencies", "Wedding invitation texts"],
    ["kuberntes deploiment", "Deploy to Kubernetes clusters", "Recipes for the week"],
    ["Rechnungen prüfen", "Check invoices", "Unity shaders"],
    ["traduire un document", "Translate documents", "Terraform modules"],
    ["发票处理", "Process invoices", "Game physics"],
  ])("“%s” is nearer to “%s” than to “%s”", (query, near, far) => {
    expect(nearness(query, near)).toBeGreaterThan(nearness(query, far) + 0.1);
  });

  test("gives the same vector of length one each time, and one for each text, in their order", async () => {
    const { embed, dimensions, model } = bundledEmbedder();
    const texts = ["Review a contract", "Bake bread", "Review a contract"];
    const [first, second, third] = await embed(texts);
    expect([model, dimensions, first?.length]).toEqual(["guildhall-static-1", 256, 256]);
    expect(first).toEqual(third);
    expect(first).not.toEqual(second);
    expect(Math.hypot(...(first ?? []))).toBeCloseTo(1, 5);
  });

  test.each(["", "😀", "%_'; --", "\u202e", "a b"])(
    "“%s”, where nothing or little is known, has length one or zero",
    (text) => {
      const length = Math.hypot(...embedQuery(text));
      expect(Math.min(Math.abs(length - 1), length)).toBeLessThan(1e-5);
    },
  );

  test("no word at all is the zero vector", () => {
    expect(embedQuery("").every((value) => value === 0)).toBe(true);
  });

  test.each(["kubernetes ", "漢字", "😀", "שלום ", "x"])("100,000 characters of “%s”", (piece) => {
    expect(embedQuery(piece.repeat(100_000 / piece.length))).toHaveLength(256);
  });

  test("stops when it is asked to", async () => {
    await expect(bundledEmbedder().embed(["a text"], AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});
