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
  /**
   * Who entered before this instant has a window that is over. It is the beginning of a day: the deals of one day become
   * mature together, when the window of the last of them is over.
   */
  readonly matureBefore: number;
  readonly mode: FunnelMode;
}

export type Fate = 'yes' | 'no' | 'running';

/** How many deals of a cohort there are, how many of them have a window that is over, and how many of those got there in it. */
export interface CohortCounts {
  readonly entered: number;
  readonly mature: number;
  readonly converted: number;
}

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
  readonly yearBeforeRate: Ratio | null;
  readonly isChanged: boolean;
  /** Few cases, and cohorts whose window is still running, said in words. */
  readonly notes: readonly Note[];
}

const day = 86_400_000;

/** What became of one deal: it got there in time, it did not, or its window is still running. */
export function fateOf(deal: CohortDeal, { windowDays, matureBefore, mode }: CohortRule): Fate {
  if (deal.enteredAt >= matureBefore) return 'running';
  const took = elapsedDays(deal, mode);
  return took !== null && took <= windowDays ? 'yes' : 'no';
}

/**
 * Days from one entry to the other, begun ones whole, so that it is at most a window of so many days exactly when the deal got there
 * within it; null when it never did. Whoever was there before has not come from here, except where any order counts.
 */
export function elapsedDays({ enteredAt, reachedAt }: CohortDeal, mode: FunnelMode): number | null {
  if (reachedAt === null) return null;
  if (reachedAt < enteredAt) return mode === 'any' ? 0 : null;
  return Math.ceil((reachedAt - enteredAt) / day);
}

export function countCohort(cohort: readonly CohortDeal[], rule: CohortRule): CohortCounts {
  const fates = cohort.map((deal) => fateOf(deal, rule));
  const converted = fates.filter((fate) => fate === 'yes').length;
  return {
    entered: cohort.length,
    mature: converted + fates.filter((fate) => fate === 'no').length,
    converted,
  };
}

/**
 * Conversion of an entry cohort: of the deals that entered the first row in the period, the share that entered the second
 * within the window of their own entry. Only deals whose window is over count; the others are said as running. Rates of two
 * cohorts differ only when the earlier one lies outside the 95 % interval of this one.
 */
export function convertCohort(
  cohort: CohortCounts,
  { previous, yearBefore }: { readonly previous: CohortCounts; readonly yearBefore: CohortCounts },
  windowDays: number,
): Conversion {
  const { entered, mature, converted } = cohort;
  const rate = rateOf(cohort);
  const previousRate = rateOf(previous);
  const interval = wilsonInterval(converted, mature);
  return {
    windowDays,
    mature,
    converted,
    running: entered - mature,
    rate,
    unavailable: rate ? null : note(entered === 0 ? 'nothing_entered' : 'all_running', { count: entered }),
    interval: mature < fewCases ? interval : null,
    previousRate,
    yearBeforeRate: rateOf(yearBefore),
    isChanged: interval !== null && previousRate !== null && !holds(interval, previousRate),
    notes: [
      ...(rate && mature < fewCases ? [note('few_cases', { count: mature })] : []),
      ...(rate && entered > mature ? [note('cohort_running', { count: entered - mature })] : []),
    ],
  };
}

const rateOf = ({ converted, mature }: CohortCounts) =>
  mature === 0 ? null : ratio(BigInt(converted), BigInt(mature));

const holds = ({ low, high }: Interval, rate: Ratio): boolean =>
  compareRatios(low, rate) <= 0 && compareRatios(rate, high) <= 0;
