import { roundTo } from '../../rules/allocate';
import { note, type Note } from '../../rules/figure-value';
import { ratio, type Ratio } from '../../rules/ratio';
import type { Drivers, StageDrivers } from './count-drivers';

export type LeafKind =
  | 'volume'
  | 'slippage'
  | 'speed'
  | 'conversion'
  | 'size'
  | 'rate'
  | 'other'
  | 'coverage'
  | 'margin'
  | 'undivided';

/** One reason for a difference, in minor units; above 0 it is missing. */
export interface Leaf {
  readonly kind: LeafKind;
  /** The place of the stage, where the reason lies in one. */
  readonly stage: number | null;
  /** Null when a side says nothing about it; it then explains nothing. */
  readonly minor: bigint | null;
  readonly unavailable: Note | null;
  /** The driver in the plan and in fact, where it is one number. */
  readonly baseline: Ratio | null;
  readonly actual: Ratio | null;
}

/** What was earned of revenue: known only of lines whose direct cost is. */
export interface Earned {
  readonly unknownMinor: bigint;
  readonly costMinor: bigint;
}

/** One side of a comparison. Without `earned` net revenue is compared, with it gross profit. */
export interface Side extends Drivers {
  readonly earned?: Earned | undefined;
}

interface Factor extends Pick<Leaf, 'kind' | 'stage' | 'baseline' | 'actual'> {
  readonly why: Note;
}

type Exact = Omit<Leaf, 'minor'> & { readonly exact: Ratio };

export const revenueOf = ({ wonMinor, rateMinor, otherMinor }: Drivers): bigint => wonMinor + rateMinor + otherMinor;

/** Net revenue of a side or, where it says what was earned, its gross profit. */
export const totalOf = (side: Side): bigint =>
  revenueOf(side) - (side.earned ? side.earned.unknownMinor + side.earned.costMinor : 0n);

/**
 * Explains plan minus actual, exactly. Revenue is volume × (what did not slip × what was decided in time × what went on, stage by
 * stage) × size, plus what rates and other lines add. The drivers are changed from plan to actual one after the other in that order; each
 * reason is worth what its change alone does, with those before it actual already and those after it still as planned
 * (sequential substitution), so the reasons add up to the whole by themselves. A driver that one side cannot have (nobody
 * reached the stage, nothing was won) is taken as the other side's and explains nothing. What a plan without drivers leaves is *undivided*.
 * Of gross profit every reason counts at the margin of the plan; then come *coverage* (revenue of known cost) and *margin*. All is reckoned
 * in fractions and rounded once, by largest remainder, so the leaves add up to the minor unit. Unit: minor units of the
 * reporting currency. Source: docs/decisions/0016.
 */
export function explainVariance(plan: Side, actual: Side): Leaf[] {
  const factors = factorsOf(plan, actual);
  const revenue: Exact[] = [
    ...substitute(factors),
    added('rate', plan.rateMinor, actual.rateMinor),
    added('other', plan.otherMinor, actual.otherMinor),
  ];
  const whole = revenueOf(plan) - revenueOf(actual);
  const leaves = [...revenue, leftOver('undivided', whole, revenue)];
  const explained = plan.earned && actual.earned ? earnedLeaves(leaves, plan, actual) : leaves;
  const rounded = roundTo(
    totalOf(plan) - totalOf(actual),
    explained.map(({ exact }) => exact),
  );
  return explained.map(({ exact: _, ...leaf }, place) => ({
    ...leaf,
    minor: leaf.unavailable ? null : (rounded[place] ?? 0n),
  }));
}

function factorsOf(plan: Drivers, actual: Drivers): Factor[] {
  const ofStage = (stage: number, kind: keyof StageDrivers): Factor => ({
    kind,
    stage,
    baseline: plan.stages[stage]?.[kind] ?? null,
    actual: actual.stages[stage]?.[kind] ?? null,
    why: note('nothing_reached_stage'),
  });
  return [
    { kind: 'volume', stage: null, baseline: plan.volume, actual: actual.volume, why: note('no_plan_drivers') },
    ...actual.stages.flatMap((_, stage) => [
      ofStage(stage, 'slippage'),
      ofStage(stage, 'speed'),
      ofStage(stage, 'conversion'),
    ]),
    { kind: 'size', stage: null, baseline: plan.size, actual: actual.size, why: note('nothing_won') },
  ];
}

function substitute(factors: readonly Factor[]): Exact[] {
  const filled = factors.map(({ baseline, actual }) => ({
    plan: baseline ?? actual ?? one,
    fact: actual ?? baseline ?? one,
  }));
  // What stands behind each factor, still as planned.
  const behind: Ratio[] = [one];
  for (const { plan } of filled.toReversed()) behind.unshift(times(behind[0] ?? one, plan));
  let before = one;
  return factors.map(({ why, ...factor }, place) => {
    const { plan, fact } = filled[place] ?? { plan: one, fact: one };
    const exact = times(times(before, minus(plan, fact)), behind[place + 1] ?? one);
    before = times(before, fact);
    const isKnown = factor.baseline !== null && factor.actual !== null;
    return { ...factor, exact, unavailable: isKnown ? null : why };
  });
}

/** Reasons in gross profit: those of revenue at the margin of the plan, then how much cost is known, then the margin. */
function earnedLeaves(leaves: readonly Exact[], plan: Side, actual: Side): Exact[] {
  const scale = marginOf(plan) ?? marginOf(actual) ?? one;
  const scaled = leaves.map((leaf) => ({ ...leaf, exact: times(leaf.exact, scale) }));
  const [covered, known] = [coverageOf(plan), coverageOf(actual)];
  const [earning, earned] = [earningOf(plan), earningOf(actual)];
  const isKnown = covered !== null && known !== null && earning !== null && marginOf(plan) !== null;
  const coverage: Exact = {
    kind: 'coverage',
    stage: null,
    baseline: covered,
    actual: known,
    unavailable: isKnown ? null : note('no_margin'),
    exact: isKnown ? times(times(whole(revenueOf(actual)), minus(covered, known)), earning) : none,
  };
  const rest = leftOver('margin', totalOf(plan) - totalOf(actual), [...scaled, coverage]);
  return [...scaled, coverage, { ...rest, baseline: earning, actual: earned }];
}

const added = (kind: LeafKind, planned: bigint, actual: bigint): Exact => ({
  kind,
  stage: null,
  baseline: whole(planned),
  actual: whole(actual),
  unavailable: null,
  exact: whole(planned - actual),
});

const leftOver = (kind: LeafKind, all: bigint, leaves: readonly Exact[]): Exact => ({
  kind,
  stage: null,
  baseline: null,
  actual: null,
  unavailable: null,
  exact: leaves.reduce((left, { exact }) => minus(left, exact), whole(all)),
});

/** Gross profit ÷ revenue. */
const marginOf = (side: Side): Ratio | null => shareOf(totalOf(side), revenueOf(side));
/** Revenue of known cost ÷ revenue. */
const coverageOf = (side: Side): Ratio | null => shareOf(knownOf(side), revenueOf(side));
/** Gross profit ÷ revenue of known cost. */
const earningOf = (side: Side): Ratio | null => shareOf(totalOf(side), knownOf(side));

const knownOf = (side: Side): bigint => revenueOf(side) - (side.earned?.unknownMinor ?? 0n);
const shareOf = (some: bigint, of: bigint): Ratio | null => (of === 0n ? null : ratio(some, of));
const whole = (minor: bigint): Ratio => ratio(minor, 1n);
const [one, none] = [whole(1n), whole(0n)];

const times = (a: Ratio, b: Ratio): Ratio => reduced(a.numerator * b.numerator, a.denominator * b.denominator);
const minus = (a: Ratio, b: Ratio): Ratio =>
  reduced(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);

/** In lowest terms, so that long products stay short. */
function reduced(numerator: bigint, denominator: bigint): Ratio {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? none : ratio(numerator / a, denominator / a);
}
