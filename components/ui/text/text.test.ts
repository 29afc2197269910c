import { describe, expect, test } from "vitest";
import { initials } from "../mark/avatar";
import { formatBytes } from "./file-size";
import { formatNumber } from "./number-text";
import { formatExactTime, formatRelativeTime } from "./relative-time";

describe("a distance in time", () => {
  const now = new Date("2026-05-14T12:00:00Z");
  test.each([
    ["2026-05-14T11:59:40Z", "just now"],
    ["2026-05-14T11:59:00Z", "1 minute ago"],
    ["2026-05-14T11:00:20Z", "1 hour ago"],
    ["2026-05-13T13:00:00Z", "23 hours ago"],
    ["2026-05-13T12:00:00Z", "yesterday"],
    ["2026-04-20T12:00:00Z", "24 days ago"],
    ["2026-04-10T12:00:00Z", "last month"],
    ["2025-11-14T12:00:00Z", "6 months ago"],
    ["2025-05-20T12:00:00Z", "last year"],
    ["2023-05-14T12:00:00Z", "3 years ago"],
    ["2026-05-16T12:00:00Z", "in 2 days"],
  ])("%s is %s", (date, words) => {
    expect(formatRelativeTime(new Date(date), now)).toBe(words);
  });

  test("the exact time names its zone", () => {
    expect(formatExactTime(now)).toBe("14 May 2026, 12:00 UTC");
  });
});

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1000, "1 KB"],
  [1440, "1.4 KB"],
  [36_400, "36 KB"],
  [999_960, "1 MB"],
  [5_000_000_000, "5 GB"],
])("%i bytes read as %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test("a number has its thousands apart, and as many decimals as asked", () => {
  expect(formatNumber(12_345)).toBe("12,345");
  expect(formatNumber(4.25, 1)).toBe("4.3");
});

test.each([
  ["Ada King Lovelace", "AL"],
  ["Grace", "G"],
  ["ada@example.com", "A"],
  ["Łukasz Żak", "ŁŻ"],
  ["  ", "?"],
])("%j has the initials %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
