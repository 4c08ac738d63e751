import { judgeEnding, scaleEnding, tellEnding, type Ending } from './judge-ending';

const ending = (over: Partial<Ending> = {}): Ending => ({
  wonMinor: 400n,
  lowMinor: 700n,
  likelyMinor: 900n,
  highMinor: 1_100n,
  allMinor: 2_000n,
  isFew: false,
  ...over,
});

describe('whether a period will come to what was asked', () => {
  it.each([
    [400n, 'met'],
    [700n, 'sure'],
    [701n, 'reach'],
    [1_100n, 'reach'],
    [1_101n, 'out'],
  ] as const)('of %s is %s', (goal, verdict) => {
    expect(judgeEnding(ending(), goal, false)).toBe(verdict);
  });

  it('is never sure by a few opportunities, and out only if all of them are too little', () => {
    expect(judgeEnding(ending({ isFew: true }), 700n, false)).toBe('reach');
    expect(judgeEnding(ending({ isFew: true }), 1_500n, false)).toBe('reach');
    expect(judgeEnding(ending({ isFew: true }), 2_001n, false)).toBe('out');
  });

  it('is settled by what is won once the period is over', () => {
    expect(judgeEnding(ending(), 401n, true)).toBe('missed');
    expect(judgeEnding(ending(), 400n, true)).toBe('met');
  });

  it('stays exact beyond 2^53', () => {
    const goal = 2n ** 60n;
    expect(judgeEnding(ending({ wonMinor: goal - 1n, highMinor: goal - 1n }), goal, false)).toBe('out');
  });
});

describe('the sentence about it', () => {
  it.each([
    ['met', 300n, {}, 'met', 100n],
    ['missed', 500n, {}, 'missed', -100n],
    ['sure', 650n, {}, 'sure', 50n],
    ['reach', 900n, {}, 'likely', 0n],
    ['reach', 1_000n, {}, 'possible', -100n],
    ['reach', 1_500n, { isFew: true }, 'few', 500n],
    ['out', 1_200n, {}, 'out', -100n],
    ['out', 2_100n, { isFew: true }, 'outAll', -100n],
    ['out', 500n, { highMinor: 400n, allMinor: 400n }, 'outAll', -100n],
  ] as const)('when it is %s of %s', (verdict, goal, over, key, distanceMinor) => {
    expect(tellEnding(ending(over), goal, verdict)).toEqual({ key, distanceMinor });
  });
});

describe('the scale of the range', () => {
  it('leaves the same room beyond the goal as the bullet above it', () => {
    expect(scaleEnding(ending(), 1_000n)).toEqual({
      wonAt: 33.3,
      lowAt: 58.3,
      likelyAt: 75,
      highAt: 91.7,
      goalAt: 83.3,
    });
  });

  it('stretches to a high end beyond that, and needs no goal', () => {
    expect(scaleEnding(ending({ highMinor: 2_000n }), 1_000n)).toMatchObject({ highAt: 100, goalAt: 50 });
    expect(scaleEnding(ending(), null)).toMatchObject({ highAt: 100, goalAt: null });
  });

  it('draws a loss as nothing, and nothing at all when there is nothing', () => {
    expect(scaleEnding(ending({ wonMinor: -100n }), 1_000n)?.wonAt).toBe(0);
    const none = { wonMinor: -5n, lowMinor: 0n, likelyMinor: 0n, highMinor: 0n };
    expect(scaleEnding(none, null)).toBeNull();
  });
});
