import { stackWaterfall, type WaterfallLine } from './stack-waterfall';

const line = (bucket: WaterfallLine['bucket'], amountMinor: number, count = 1): WaterfallLine => ({
  bucket,
  name: bucket,
  value: { amountMinor: String(amountMinor), currency: 'TWD' },
  count,
});

describe('a waterfall as bars', () => {
  it('hangs each bar where the one before it ended', () => {
    const bars = stackWaterfall([line('start', 80), line('new', 20), line('won', -50), line('end', 50)]);
    expect(bars.map(({ at, length }) => [at, length])).toEqual([
      [0, 80],
      [80, 20],
      [50, 50],
      [0, 50],
    ]);
    expect(bars.map(({ tone }) => tone)).toEqual(['total', 'more', 'won', 'total']);
    expect(bars.map(({ afterMinor }) => afterMinor)).toEqual(['80', '100', '50', '50']);
  });

  it('leaves out lines in which nothing happened, but neither end', () => {
    const bars = stackWaterfall([line('start', 0, 0), line('new', 0, 0), line('removed', 0, 2), line('end', 0, 0)]);
    expect(bars.map((bar) => bar.line.bucket)).toEqual(['start', 'removed', 'end']);
    expect(bars.every(({ at, length }) => at === 0 && length === 0)).toBe(true);
  });

  it('has room below nothing', () => {
    const bars = stackWaterfall([line('start', 0), line('rate', -25), line('new', 100), line('end', 75)]);
    expect(bars.map(({ at, length }) => [at, length])).toEqual([
      [25, 0],
      [0, 25],
      [0, 100],
      [25, 75],
    ]);
    expect(bars[1]?.tone).toBe('less');
  });
});
