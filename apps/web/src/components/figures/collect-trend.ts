import type { FigureKey, FigureValue, FigureWire } from '@tandem/contracts';
import { keyAway } from './period-key';

export interface TrendValue {
  readonly period: string;
  readonly value: FigureValue | null;
}

/** A scoreboard, as far as a trend needs it: each figure tells of its period and of the one before. */
interface Told {
  readonly range: { readonly key: string };
  readonly figures: readonly Pick<FigureWire, 'key' | 'value' | 'previous'>[];
}

/** The periods to ask for beside the present one, the earliest first: every other one, because each answer tells of two. */
export const pastPeriods = (period: string, points: number): string[] =>
  Array.from({ length: points / 2 - 1 }, (_, place) => keyAway(period, place * 2 + 2 - points));

/**
 * The values of one figure over the periods of some scoreboards, the earliest first. A board that can compare no figure with the
 * period before is of the first period with records: what lies before is not 0 but unknown, so the trend begins there, or where the
 * figure is known first.
 */
export function collectTrend(boards: readonly Told[], figureKey: FigureKey): TrendValue[] {
  const first = boards.findLastIndex(({ figures }) => figures.every(({ previous }) => previous === null));
  const told = boards.slice(Math.max(first, 0)).flatMap(({ range, figures }) => {
    const figure = figures.find(({ key }) => key === figureKey);
    return [
      { period: keyAway(range.key, -1), value: figure?.previous ?? null },
      { period: range.key, value: figure?.value ?? null },
    ];
  });
  const trend = told.slice(first < 0 ? 0 : 1);
  const begin = trend.findIndex(({ value }) => value !== null);
  return begin < 0 ? [] : trend.slice(begin);
}
