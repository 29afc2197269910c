import fc from "fast-check";
import { expect, test } from "vitest";
import { safeNextPath } from "./next-path";

test.each([
  ["/skills", "/skills"],
  ["/skills?q=git&sort=name", "/skills?q=git&sort=name"],
  ["/a/../b", "/b"],
  [null, "/"],
  ["", "/"],
  ["skills", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/%2e%2e//evil.example", "/"],
  ["https://evil.example", "/"],
  ["https://acme.example.com.evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/api/auth/signout", "/"],
  [`/${"a".repeat(3_000)}`, "/"],
])("%j leads to %j", (asked, path) => {
  expect(safeNextPath(asked)).toBe(path);
});

test("whatever is asked, a browser stays on the host it is on", () => {
  fc.assert(
    fc.property(
      fc.string(),
      (text) => new URL(safeNextPath(`/${text}`), "https://acme.example.com").host === "acme.example.com",
    ),
  );
});
