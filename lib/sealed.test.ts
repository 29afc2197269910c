import { expect, test } from "vitest";
import { seal, unseal } from "./sealed";

const mine = { secret: "a-secret-of-well-over-thirty-two-characters", purpose: "embedding key", owner: "hall-a" };

test("what was sealed opens again, for the same hall and use on the same deployment only", () => {
  const sealed = seal("sk-hunter2", mine);
  expect(unseal(sealed, mine)).toBe("sk-hunter2");
  expect(unseal(sealed, { ...mine, owner: "hall-b" })).toBeNull();
  expect(unseal(sealed, { ...mine, purpose: "another use" })).toBeNull();
  expect(unseal(sealed, { ...mine, secret: "another-secret-of-over-thirty-two-characters" })).toBeNull();
});

test("the sealed bytes show nothing of it, and are others each time", () => {
  const [one, two] = [seal("sk-hunter2", mine), seal("sk-hunter2", mine)];
  expect(Buffer.from(one).toString("latin1")).not.toContain("hunter2");
  expect(one).not.toEqual(two);
});

test("bytes that were changed, cut or never sealed open to nothing", () => {
  const sealed = seal("sk-hunter2", mine);
  for (let at = 0; at < sealed.length; at++) {
    const changed = Uint8Array.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(changed, mine)).toBeNull();
    expect(unseal(sealed.slice(0, at), mine)).toBeNull();
  }
});
