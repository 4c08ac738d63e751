import { fraction, inOrder, type Fraction } from '../exact';

/** How the deals of a period went on, driver by driver; null where nobody was there to go on. */
export interface Side {
  readonly volume: Fraction | null;
  /** Of each open stage: what did not slip of who reached it, what was decided in time of these, what went on of these. */
  readonly stages: readonly (readonly [
    slippage: Fraction | null,
    speed: Fraction | null,
    conversion: Fraction | null,
  ])[];
  readonly size: Fraction | null;
  readonly won: bigint;
  readonly rate: bigint;
  readonly other: bigint;
  /** Revenue of unknown cost, and the cost of the rest; only where gross profit is compared. */
  readonly earned?: { readonly unknown: bigint; readonly cost: bigint };
}

export interface Leaf {
  readonly key: string;
  /** Null where a side cannot have the driver. */
  readonly minor: bigint | null;
  readonly unavailable: string | null;
  readonly baseline: Fraction | null;
  readonly actual: Fraction | null;
}

type Exact = Omit<Leaf, 'minor'> & { readonly exact: Fraction };

export const revenueOf = ({ won, rate, other }: Side): bigint => won + rate + other;

/** Net revenue, or gross profit where it is compared. */
export const totalOf = (side: Side): bigint =>
  revenueOf(side) - (side.earned ? side.earned.unknown + side.earned.cost : 0n);

/**
 * Plan less actual by reasons: the product of all drivers with one driver after the other turned from plan to actual. A driver that one
 * side cannot have is the other's on both. What rates and other lines differ by comes on top; of gross profit each reason counts at
 * the margin of the plan, then what more or less of the cost is known, then the margin.
 */
export function explain(plan: Side, actual: Side, stageKeys: readonly string[]): Leaf[] {
  const names = ['slippage', 'speed', 'conversion'];
  const drivers = [
    { key: 'volume', of: ({ volume }: Side) => volume, why: 'no_plan_drivers' },
    ...stageKeys.flatMap((stage, place) =>
      names.map((name, turn) => ({
        key: `${name}.${stage}`,
        of: ({ stages }: Side) => stages[place]?.[turn] ?? null,
        why: 'nothing_reached_stage',
      })),
    ),
    { key: 'size', of: ({ size }: Side) => size, why: 'nothing_won' },
  ].map(({ key, of, why }) => ({ key, why, baseline: of(plan), actual: of(actual) }));
  const product = (turned: number): Fraction =>
    drivers.reduce((all, { baseline, actual: fact }, place) => {
      const driver = place < turned ? (fact ?? baseline) : (baseline ?? fact);
      return times(all, driver ?? whole(1n));
    }, whole(1n));
  const reasons = [
    ...drivers.map(({ why, ...driver }, place): Exact => ({
      ...driver,
      exact: less(product(place), product(place + 1)),
      unavailable: driver.baseline && driver.actual ? null : why,
    })),
    added('rate', plan.rate, actual.rate),
    added('other', plan.other, actual.other),
  ];
  const undivided = rest('undivided', revenueOf(plan) - revenueOf(actual), reasons);
  const all = plan.earned && actual.earned ? atMargin([...reasons, undivided], plan, actual) : [...reasons, undivided];
  return rounded(all, totalOf(plan) - totalOf(actual));
}

function atMargin(reasons: readonly Exact[], plan: Side, actual: Side): Exact[] {
  const known = (side: Side) => revenueOf(side) - (side.earned?.unknown ?? 0n);
  const margin = part(totalOf(plan), revenueOf(plan)) ?? part(totalOf(actual), revenueOf(actual)) ?? whole(1n);
  const scaled = reasons.map((reason) => ({ ...reason, exact: times(reason.exact, margin) }));
  const [before, now] = [part(known(plan), revenueOf(plan)), part(known(actual), revenueOf(actual))];
  const [earning, earned] = [part(totalOf(plan), known(plan)), part(totalOf(actual), known(actual))];
  const coverage = before && now && earning ? times(times(whole(revenueOf(actual)), less(before, now)), earning) : null;
  const told: Exact = {
    key: 'coverage',
    exact: coverage ?? whole(0n),
    unavailable: coverage ? null : 'no_margin',
    baseline: before,
    actual: now,
  };
  const left = rest('margin', totalOf(plan) - totalOf(actual), [...scaled, told]);
  return [...scaled, told, { ...left, baseline: earning, actual: earned }];
}

/** Each down to a whole, and what is missing one by one to the largest fractions, of equals the earlier. */
function rounded(reasons: readonly Exact[], sum: bigint): Leaf[] {
  const floors = reasons.map(({ exact: { over, under } }) => (over - (((over % under) + under) % under)) / under);
  const missing = Number(sum - floors.reduce((all, floor) => all + floor, 0n));
  const left = reasons.map(({ exact }, place) => ({ place, beyond: less(exact, whole(floors[place] ?? 0n)) }));
  const lucky = inOrder(left, (one, other) => {
    const { over } = less(one.beyond, other.beyond);
    return over > 0n || (over === 0n && one.place < other.place);
  })
    .slice(0, missing)
    .map(({ place }) => place);
  return reasons.map(({ exact: _, ...reason }, place) => ({
    ...reason,
    minor: reason.unavailable === null ? (floors[place] ?? 0n) + (lucky.includes(place) ? 1n : 0n) : null,
  }));
}

const whole = (amount: bigint): Fraction => fraction(amount, 1n);
const times = (one: Fraction, other: Fraction): Fraction => shortened(one.over * other.over, one.under * other.under);
const less = (one: Fraction, other: Fraction): Fraction =>
  shortened(one.over * other.under - other.over * one.under, one.under * other.under);
const part = (some: bigint, of: bigint): Fraction | null => (of === 0n ? null : fraction(some, of));

function shortened(over: bigint, under: bigint): Fraction {
  let [larger, smaller] = [over < 0n ? -over : over, under];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return fraction(over / larger, under / larger);
}

const added = (key: string, plan: bigint, actual: bigint): Exact => ({
  key,
  exact: whole(plan - actual),
  unavailable: null,
  baseline: whole(plan),
  actual: whole(actual),
});

const rest = (key: string, sum: bigint, reasons: readonly Exact[]): Exact => ({
  key,
  exact: reasons.reduce((left, { exact }) => less(left, exact), whole(sum)),
  unavailable: null,
  baseline: null,
  actual: null,
});
