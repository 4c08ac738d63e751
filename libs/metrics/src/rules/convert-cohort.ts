import type { FunnelMode } from './find-entries';
import { note, type Note } from './figure-value';
import { compareRatios, ratio, type Ratio } from './ratio';
import { fewCases, wilsonInterval, type Interval } from './wilson-interval';

/** One deal of a cohort: when it entered, and when it entered the later row, if ever (milliseconds). */
export interface CohortDeal {
  readonly enteredAt: number;
  readonly reachedAt: number | null;
}

export interface CohortRule {
  /** Days after its own entry within which a deal must get there. */
  readonly windowDays: number;
  readonly now: number;
  readonly mode: FunnelMode;
}

export type Fate = 'yes' | 'no' | 'running';

export interface Conversion {
  readonly windowDays: number;
  readonly mature: number;
  readonly converted: number;
  readonly running: number;
  readonly rate: Ratio | null;
  readonly unavailable: Note | null;
  /** Shown for fewer than 30 mature cases. */
  readonly interval: Interval | null;
  readonly previousRate: Ratio | null;
  readonly isChanged: boolean;
}

const day = 86_400_000;

/** What became of one deal: it got there in time, it did not, or its window is still running. */
export function fateOf({ enteredAt, reachedAt }: CohortDeal, { windowDays, now, mode }: CohortRule): Fate {
  const deadline = enteredAt + windowDays * day;
  if (now < deadline) return 'running';
  const isInTime = reachedAt !== null && reachedAt <= deadline && (mode === 'any' || reachedAt >= enteredAt);
  return isInTime ? 'yes' : 'no';
}

/**
 * Conversion of an entry cohort: of the deals that entered the first row in the period, the share that entered the second
 * within the window of their own entry. Only deals whose window is over count; the others are said as running. Rates of two
 * cohorts differ only when the earlier one lies outside the 95 % interval of this one.
 */
export function convertCohort(
  cohort: readonly CohortDeal[],
  previous: readonly CohortDeal[],
  rule: CohortRule,
): Conversion {
  const { mature, converted } = count(cohort, rule);
  const before = count(previous, rule);
  const rate = rateOf(converted, mature);
  const previousRate = rateOf(before.converted, before.mature);
  const interval = wilsonInterval(converted, mature);
  return {
    windowDays: rule.windowDays,
    mature,
    converted,
    running: cohort.length - mature,
    rate,
    unavailable: rate ? null : note(cohort.length === 0 ? 'nothing_entered' : 'all_running', { count: cohort.length }),
    interval: mature < fewCases ? interval : null,
    previousRate,
    isChanged: interval !== null && previousRate !== null && !holds(interval, previousRate),
  };
}

function count(cohort: readonly CohortDeal[], rule: CohortRule) {
  const fates = cohort.map((deal) => fateOf(deal, rule));
  const converted = fates.filter((fate) => fate === 'yes').length;
  return { converted, mature: converted + fates.filter((fate) => fate === 'no').length };
}

const rateOf = (converted: number, mature: number) => (mature === 0 ? null : ratio(BigInt(converted), BigInt(mature)));

const holds = ({ low, high }: Interval, rate: Ratio): boolean =>
  compareRatios(low, rate) <= 0 && compareRatios(rate, high) <= 0;
