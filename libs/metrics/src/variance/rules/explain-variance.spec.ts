import fc from 'fast-check';
import { ratioText } from '../../rules/ratio';
import { countDrivers, type DueDeal } from './count-drivers';
import { explainVariance, totalOf, type Side } from './explain-variance';
import { findNode, growTree } from './grow-tree';
import { planDrivers } from './plan-drivers';

const deal = (fate: DueDeal['fate'], stage: number, plannedMinor = 0n, rateMinor = 0n): DueDeal => ({
  opportunityId: `${fate} ${stage} ${plannedMinor}`,
  fate,
  stage,
  plannedMinor,
  rateMinor,
});
const times = (count: number, one: DueDeal): DueDeal[] => Array.from({ length: count }, () => one);
const keys = ['prospect', 'propose'];

/** Ten due: two lost in the first stage, two slipped and two lost in the second, four won at 100. */
const before = [
  ...times(2, deal('lost', 0)),
  ...times(2, deal('slipped', 1)),
  ...times(2, deal('lost', 1)),
  ...times(4, deal('won', 1, 100n)),
];
/** Eight due: two lost at first; one slipped, one late, two lost later; two won at 120 and one 15 above its plan rate. */
const after = [
  ...times(2, deal('lost', 0)),
  deal('slipped', 1),
  deal('late', 1),
  ...times(2, deal('lost', 1)),
  deal('won', 1, 120n),
  deal('won', 1, 120n, 15n),
];
const valuesOf = (plan: Side, actual: Side) => {
  const tree = growTree(explainVariance(plan, actual), keys);
  return (key: string) => findNode(tree, key)?.minor;
};

describe('a variance', () => {
  it('is told driver by driver, each worth what its change alone does', () => {
    const of = valuesOf(countDrivers(before, 2, 0n), countDrivers(after, 2, -20n));
    expect(of('root')).toBe(165n); // 400 − (240 + 15 − 20)
    expect(of('volume')).toBe(80n); // 2 of 10 deals fewer, each worth 40
    expect(of('conversion.prospect')).toBe(20n); // 6 of 8 went on instead of 8 of 10: 0.4 fewer, each worth 50
    expect(of('slippage.propose')).toBe(-33n); // 5 of 6 stayed instead of 6 of 8: half a deal, worth 66.67
    expect(of('speed.propose')).toBe(67n); // 4 of 5 decided in time instead of all: one deal
    expect(of('conversion.propose')).toBe(66n); // 2 of 4 won instead of 4 of 6: two thirds of a deal of 100
    expect(of('stage.propose')).toBe(100n);
    expect(of('size')).toBe(-40n);
    expect(of('rate')).toBe(-15n);
    expect(of('other')).toBe(20n);
    expect(of('undivided')).toBeUndefined();
  });

  it('against a target has a plan with as many deals as the target takes', () => {
    const plan = planDrivers(500n, countDrivers(before, 2, -7n));
    expect(plan.volume && ratioText(plan.volume)).toBe('12.5');
    const of = valuesOf(plan, countDrivers(after, 2, 0n));
    expect(of('root')).toBe(245n);
    expect(of('volume')).toBe(180n); // 12.5 deals due − 8, each worth 40
  });

  it('against a target is undivided where the earlier period won nothing', () => {
    const tree = growTree(
      explainVariance(planDrivers(500n, countDrivers([], 2, 0n)), countDrivers(after, 2, 0n)),
      keys,
    );
    expect(findNode(tree, 'undivided')?.minor).toBe(260n); // 500 − 240 at plan rates; 15 of rate stand apart
    expect(findNode(tree, 'rate')?.minor).toBe(-15n);
    expect(findNode(tree, 'volume')).toMatchObject({ minor: null, unavailable: { code: 'no_plan_drivers' } });
    expect(tree.minor).toBe(245n);
  });

  it('says which drivers a side does not have', () => {
    const tree = growTree(explainVariance(countDrivers(before, 2, 0n), countDrivers([], 2, 0n)), keys);
    expect(findNode(tree, 'volume')?.minor).toBe(400n);
    expect(findNode(tree, 'conversion.propose')).toMatchObject({
      minor: null,
      unavailable: { code: 'nothing_reached_stage' },
    });
    expect(findNode(tree, 'size')).toMatchObject({ minor: null, unavailable: { code: 'nothing_won' } });
  });

  it('of gross profit counts every reason at the margin of the plan, and the margin itself apart', () => {
    const plan = { ...countDrivers(before, 2, 0n), earned: { unknownMinor: 0n, costMinor: 200n } };
    const actual = { ...countDrivers(after, 2, 0n), earned: { unknownMinor: 120n, costMinor: 81n } };
    const of = valuesOf(plan, actual);
    // 200 − (255 − 120 − 81) = 146.
    expect(of('root')).toBe(146n);
    expect(of('volume')).toBe(40n);
    expect(of('coverage')).toBe(60n); // 120 of unknown cost at a margin of a half
    expect(of('margin')).toBe(14n); // 135 at a half is 67.5, but 54 were earned: 13.5, and of equal remainders all fit
  });
});

const aFate = fc.constantFrom('won' as const, 'lost' as const, 'slipped' as const, 'late' as const);
const aDeal = fc
  .record({
    fate: aFate,
    stage: fc.nat({ max: 4 }),
    plannedMinor: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    rateMinor: fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }),
  })
  .map((one) =>
    one.fate === 'won'
      ? { ...one, opportunityId: 'x', stage: 4 }
      : { ...one, opportunityId: 'x', plannedMinor: 0n, rateMinor: 0n },
  );
const minor = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const aSide = fc
  .record({
    deals: fc.array(aDeal, { maxLength: 30 }),
    other: minor,
    earned: fc.record({ unknownMinor: minor, costMinor: minor }),
  })
  .map(({ deals, other, earned }) => ({ ...countDrivers(deals, 5, other), earned }));

describe('the leaves of a variance', () => {
  const sum = (plan: Side, actual: Side) =>
    explainVariance(plan, actual).reduce((total, leaf) => total + (leaf.minor ?? 0n), 0n);

  it('add up to plan minus actual to the minor unit: of revenue, of gross profit, and against any target', () => {
    fc.assert(
      fc.property(aSide, aSide, minor, (plan, actual, target) => {
        const [planned, fact] = [
          { ...plan, earned: undefined },
          { ...actual, earned: undefined },
        ];
        expect(sum(planned, fact)).toBe(totalOf(planned) - totalOf(fact));
        expect(sum(plan, actual)).toBe(totalOf(plan) - totalOf(actual));
        expect(sum(planDrivers(target, planned), fact)).toBe(target - totalOf(fact));
        const tree = growTree(explainVariance(plan, actual), ['a', 'b', 'c', 'd', 'e']);
        expect(tree.minor).toBe(totalOf(plan) - totalOf(actual));
      }),
      { numRuns: 500 },
    );
  });

  it('leave nothing undivided between two periods', () => {
    fc.assert(
      fc.property(aSide, aSide, (plan, actual) => {
        const leaves = explainVariance({ ...plan, earned: undefined }, { ...actual, earned: undefined });
        expect(leaves.find(({ kind }) => kind === 'undivided')?.minor).toBe(0n);
      }),
    );
  });

  it('are all nothing between a period and itself', () => {
    fc.assert(
      fc.property(aSide, (side) => {
        expect(explainVariance(side, side).filter((leaf) => (leaf.minor ?? 0n) !== 0n)).toEqual([]);
      }),
    );
  });
});
