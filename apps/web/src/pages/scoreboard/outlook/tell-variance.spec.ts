import { addsUp, effectOf, isTold, largestReasons, untold, type Reason } from './tell-variance';

const reason = (key: string, amountMinor: number | null, over: Partial<Reason> = {}): Reason => ({
  key,
  kind: 'volume',
  stageKey: null,
  name: key,
  formula: '',
  value: amountMinor === null ? null : { amountMinor: String(amountMinor), currency: 'USD' },
  unavailable: null,
  baseline: null,
  actual: null,
  ...over,
});

const tree = reason('root', 16_500, {
  children: [
    reason('volume', 8_000),
    reason('stage.propose', 10_000, {
      children: [
        reason('slippage.propose', -3_333),
        reason('speed.propose', 6_667),
        reason('conversion.propose', 6_666),
      ],
    }),
    reason('stage.negotiate', 0, {
      children: [reason('speed.negotiate', null, { unavailable: { code: 'x', detail: 'Nobody got there.' } })],
    }),
    reason('size', -1_500),
    reason('rate', 0),
  ],
});

describe('a variance in words', () => {
  it('names the largest reasons first, whichever way they went', () => {
    expect(largestReasons(tree).map(({ key }) => key)).toEqual([
      'volume',
      'speed.propose',
      'conversion.propose',
      'slippage.propose',
      'size',
    ]);
  });

  it('adds up in every branch, or says that it does not', () => {
    expect(addsUp(tree)).toBe(true);
    expect(addsUp({ ...tree, value: { amountMinor: '16501', currency: 'USD' } })).toBe(false);
    expect(addsUp(reason('root', 5, { children: [reason('a', 5, { children: [reason('b', 4)] })] }))).toBe(false);
  });

  it('leaves out what changed nothing, and says why something cannot be told', () => {
    expect(tree.children?.filter(isTold).map(({ key }) => key)).toEqual(['volume', 'stage.propose', 'size']);
    expect(untold(tree)).toEqual(['Nobody got there.']);
  });

  it('tells what is missing as taken away', () => {
    expect(effectOf({ amountMinor: '8000', currency: 'USD' })).toEqual({ amountMinor: '-8000', currency: 'USD' });
    expect(effectOf({ amountMinor: '-1500', currency: 'USD' }).amountMinor).toBe('1500');
  });
});
