import type { FigureWire } from '@tandem/contracts';
import { collectTrend, pastPeriods } from './collect-trend';

const board = (key: string, value: number, previous: number | null) => ({
  range: { key },
  figures: [
    {
      key: 'closings',
      value: { unit: 'count', count: value },
      previous: previous === null ? null : { unit: 'count', count: previous },
    } satisfies Pick<FigureWire, 'key' | 'value' | 'previous'>,
  ],
});

describe('the trend of a figure', () => {
  it('needs one answer for two periods', () => {
    expect(pastPeriods('2026-Q4', 8)).toEqual(['2025-Q2', '2025-Q4', '2026-Q2']);
    expect(pastPeriods('2026-W03', 8)).toEqual(['2025-W49', '2025-W51', '2026-W01']);
  });

  it('has every period once, and none of a figure that is never known', () => {
    const trend = collectTrend([board('2026-Q2', 5, 4), board('2026-Q4', 9, 7)], 'closings');
    expect(trend.map(({ period }) => period)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect(trend.map(({ value }) => value?.unit === 'count' && value.count)).toEqual([4, 5, 7, 9]);
    expect(collectTrend([board('2026-Q2', 5, 4), board('2026-Q4', 9, null)], 'lost')).toEqual([]);
  });

  it('begins with the first period that has records', () => {
    const boards = [board('2025-Q4', 0, null), board('2026-Q2', 0, null), board('2026-Q4', 9, 7)];
    expect(collectTrend(boards, 'closings').map(({ period }) => period)).toEqual(['2026-Q2', '2026-Q3', '2026-Q4']);
  });
});
