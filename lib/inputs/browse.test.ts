import { describe, expect, test } from "vitest";
import { browseQuery, MAX_QUERY, parseBrowse } from "./browse";

const id = "0b9c1c2e-6a53-4a52-9d6d-0b1f6f6f6f6f";
const parse = (query: string) => parseBrowse(new URLSearchParams(query), "uses");

describe("an address becomes a list's filter, whatever it says", () => {
  test("all of it", () => {
    expect(
      parse(
        `q= git &category=Finance&tag=Code Review&tag=git&author=${id.toUpperCase()}&rating=4&updated=month&sort=name&cursor=abc`,
      ),
    ).toEqual({
      q: "git",
      category: "Finance",
      tags: ["code-review", "git"],
      author: id,
      rating: 4,
      updated: "month",
      sort: "name",
      cursor: "abc",
    });
  });

  test("nothing, and Next's way of giving it", () => {
    const nothing = { q: "", category: null, tags: [], author: null, rating: null, updated: null };
    const empty = { ...nothing, sort: "uses", cursor: null };
    expect(parse("")).toEqual(empty);
    expect(parseBrowse({ q: undefined, tag: ["a", "a", "b"] }, "uses")).toEqual({ ...empty, tags: ["a", "b"] });
  });

  test.each([
    ["sort=popular", { sort: "uses" }],
    ["sort=relevance", { sort: "uses" }],
    ["q=x", { sort: "relevance" }],
    ["q=x&sort=uses", { sort: "uses" }],
    ["author=me", { author: null }],
    ["rating=5&updated=yesterday", { rating: null, updated: null }],
    ["rating=4.0&updated=", { rating: null, updated: null }],
    ["rating=3&rating=4&updated=year", { rating: 3, updated: "year" }],
    ["tag=%00&tag=a b c d e f g h i j k l m n o p q", { tags: [] }],
    ["q=%00%ED%A0%80", { q: expect.not.stringMatching(/[\0\p{Cs}]/u) }],
    ["tag=a&tag=b&tag=c&tag=d&tag=e&tag=f&tag=g&tag=h&tag=i&tag=j", { tags: ["a", "b", "c", "d", "e", "f", "g", "h"] }],
  ])("%s", (query, expected) => {
    expect(parse(query)).toMatchObject(expected);
  });

  test("a pasted page is cut", () => {
    expect(parse(`q=${"x".repeat(50_000)}`).q).toHaveLength(MAX_QUERY);
  });
});

test("the address of a filter is read back as the same filter", () => {
  const input = parse(
    `q=git&category=A%26B&tag=git&tag=c%2B%2B&author=${id}&rating=2&updated=week&sort=newest&cursor=abc`,
  );
  expect(parse(browseQuery(input))).toEqual(input);
});
