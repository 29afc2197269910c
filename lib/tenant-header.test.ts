import { expect, test } from "vitest";
import { proofHolds, proveTenant } from "./tenant-header";

const secret = "a secret of at least thirty-two characters";
const noon = Date.UTC(2026, 10, 23, 12);

test("a proof holds for its organisation for a minute", async () => {
  const proof = await proveTenant("acme", secret, noon);
  expect(await proofHolds("acme", proof, secret, noon)).toBe(true);
  expect(await proofHolds("acme", proof, secret, noon + 59_000)).toBe(true);
  expect(await proofHolds("acme", proof, secret, noon + 62_000)).toBe(false);
});

test("a proof is nothing for another organisation or another deployment", async () => {
  const proof = await proveTenant("acme", secret, noon);
  expect(await proofHolds("globex", proof, secret, noon)).toBe(false);
  expect(await proofHolds("acme", proof, `${secret}!`, noon)).toBe(false);
});

test.each([null, "", ".", "1.", "1.2.3", "99999999999999.aa", `${Math.floor(noon / 1000)}.`, `-1.${"0".repeat(64)}`])(
  "%j is no proof",
  async (proof) => {
    expect(await proofHolds("acme", proof, secret, noon)).toBe(false);
  },
);
