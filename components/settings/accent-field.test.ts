import { expect, test } from "vitest";
import { accentAdvice } from "./accent-field";

test.each([
  ["#ffff66", /^Too pale to be read by day/],
  ["#101840", /^Too dark to be read by night/],
  ["blue", /^Six digits/],
])("%s is advised upon", (color, advice) => {
  expect(accentAdvice(color)).toMatch(advice);
});
