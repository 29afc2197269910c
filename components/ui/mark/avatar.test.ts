import { expect, test } from "vitest";
import { contrast, oklchToHex } from "../color";
import { avatarColors, avatarHue } from "./avatar";

test("initials have a contrast of 4.5 on every hue, in both themes", () => {
  for (let hue = 0; hue < 360; hue += 30) {
    const { ground, letters } = avatarColors(hue);
    expect(contrast(oklchToHex(ground.light), oklchToHex(letters.light))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(oklchToHex(ground.dark), oklchToHex(letters.dark))).toBeGreaterThanOrEqual(4.5);
  }
});

test("the same name always has the same hue, one of twelve", () => {
  expect(avatarHue("Ada Lovelace")).toBe(avatarHue("Ada Lovelace"));
  expect(avatarHue("Ada Lovelace") % 30).toBe(0);
  expect(new Set(["Ada", "Grace", "Ines", "Tomasz", "Priya", "Jonas"].map(avatarHue)).size).toBeGreaterThan(3);
});
