/** A point of a trend in per cent of its box, from the upper left. */
export interface TrendPoint {
  readonly x: number;
  readonly y: number;
  /** Its place among the periods. */
  readonly place: number;
}

/**
 * Where the values of a trend stand in a box: the lowest at the bottom, the highest at the top, and values that are all the same in the
 * middle. What is not known leaves a gap, so that a line never runs through a period nobody can tell of.
 */
export function drawTrend(values: readonly (number | null)[]): TrendPoint[][] {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const across = Math.max(values.length - 1, 1);
  const lines: TrendPoint[][] = [[]];
  for (const [place, value] of values.entries()) {
    if (value === null) {
      lines.push([]);
      continue;
    }
    const y = high === low ? 50 : 100 - ((value - low) / (high - low)) * 100;
    lines.at(-1)?.push({ x: (place / across) * 100, y, place });
  }
  return lines.filter((line) => line.length > 0);
}
