/** A rectangle in a drawing 100 wide and 100 high. */
export type BarShape = { x: number; y: number; width: number; height: number };

export type Bar = { value: number; part: number };

/** The least round number (1, 2 or 5 times a power of ten) that no value exceeds; 1 for none. */
export function roundTop(values: number[]): number {
  const most = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((times) => times * power).find((top) => top >= most) ?? most;
}

/** Each bar, and the share of it that is told apart, standing on the floor. Bars leave a fifth of their place free. */
export function barShapes(bars: Bar[], top: number): { whole: BarShape; part: BarShape }[] {
  const place = 100 / Math.max(1, bars.length);
  const at = (index: number, value: number): BarShape => {
    const height = (100 * Math.min(value, top)) / top;
    return {
      x: round((index + 0.1) * place),
      y: round(100 - height),
      width: round(0.8 * place),
      height: round(height),
    };
  };
  return bars.map(({ value, part }, index) => ({ whole: at(index, value), part: at(index, part) }));
}

/**
 * A line through values from 0 to 1, as an SVG path in the same drawing; null values leave a gap. A value between two gaps is
 * a line of no length, which a round cap makes a dot.
 */
export function linePath(values: (number | null)[]): string {
  const step = 100 / Math.max(1, values.length);
  const parts = values.map((value, index) => {
    if (value === null) return "";
    const point = `${round((index + 0.5) * step)} ${round(100 - 100 * value)}`;
    const starts = index === 0 || values[index - 1] === null;
    const ends = index === values.length - 1 || values[index + 1] === null;
    if (starts) return ends ? `M${point}l0 0` : `M${point}`;
    return `L${point}`;
  });
  return parts.join("");
}

const round = (value: number): number => Math.round(value * 100) / 100;
