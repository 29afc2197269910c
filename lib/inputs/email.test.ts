import { expect, test } from "vitest";
import { emailInput, parseEmail } from "./email";

test.each([
  ["maya@acme.example", "maya@acme.example"],
  ["  Maya.Chen+hall@Acme.Example ", "maya.chen+hall@acme.example"],
  // NFKC folds the full-width sign, so that two spellings are one address.
  ["maya＠acme.example", "maya@acme.example"],
])("%j is the address %j", (typed, address) => {
  expect(parseEmail(typed)).toBe(address);
});

test.each([
  "",
  "maya",
  "@acme.example",
  "maya@",
  '"maya@evil"@acme.example',
  "maya＠evil.example@acme.example",
  "maya@acme.example,sam@acme.example",
  "maya@acme.example\r\nBcc: all@acme.example",
  "maya @acme.example",
  "Maya <maya@acme.example>",
  `${"a".repeat(300)}@acme.example`,
])("%j is refused with a sentence", (typed) => {
  const parsed = emailInput.safeParse(typed);
  expect(parsed.success).toBe(false);
  expect(parsed.error?.issues[0]?.message).toMatch(/^Enter one e-mail address/);
});
