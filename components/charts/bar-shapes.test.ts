import { expect, test } from "vitest";
import { barShapes, linePath, roundTop } from "./bar-shapes";

test.each([
  [[], 1],
  [[0, 0], 1],
  [[1], 1],
  [[3], 5],
  [[10, 7], 10],
  [[11], 20],
  [[4_900], 5_000],
])("the scale of %j ends at %i", (values, top) => {
  expect(roundTop(values)).toBe(top);
});

test("bars stand on the floor, side by side, in scale, and never leave the drawing", () => {
  const [first, second] = barShapes(
    [
      { value: 5, part: 1 },
      { value: 20, part: 0 },
    ],
    10,
  );
  expect(first?.whole).toEqual({ x: 5, y: 50, width: 40, height: 50 });
  expect(first?.part).toEqual({ x: 5, y: 90, width: 40, height: 10 });
  expect(second?.whole).toEqual({ x: 55, y: 0, width: 40, height: 100 });
  expect(second?.part.height).toBe(0);
});

test.each<[string, (number | null)[], string]>([
  ["through all values", [0, 1], "M25 100L75 0"],
  ["with a gap where there is no value", [0.5, null, 0.5, 0.5], "M12.5 50l0 0M62.5 50L87.5 50"],
  ["nowhere without values", [null, null], ""],
])("a line goes %s", (_, values, path) => {
  expect(linePath(values)).toBe(path);
});
