import { expect, test } from "vitest";
import { atLeast, ROLES } from "./roles";

test("each role may do what those below it may, and no more", () => {
  const allowed = ROLES.map((role) => ROLES.filter((needed) => atLeast(role, needed)));
  expect(allowed).toEqual([
    ["viewer"],
    ["viewer", "member"],
    ["viewer", "member", "reviewer"],
    ["viewer", "member", "reviewer", "admin"],
  ]);
});
