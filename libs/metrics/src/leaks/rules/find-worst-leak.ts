import type { CohortCounts } from '../../rules/convert-cohort';
import { compareRatios, ratio, type Ratio } from '../../rules/ratio';
import { wilsonInterval, type Interval } from '../../rules/wilson-interval';

/** A step of the funnel with who was decided there: in the period, and in the four before it together. */
export interface DecidedStep {
  readonly latest: CohortCounts;
  readonly before: CohortCounts;
}

export type JudgedStep<Step extends DecidedStep> = Step & {
  /** Decided ones that did not go on. */
  readonly lost: number;
  readonly rate: Ratio | null;
  /** Where the true rate lies with 95 % certainty. */
  readonly interval: Interval | null;
  /** Of the four periods before: a ratio of their sums, so that a busy week weighs more than a quiet one. */
  readonly beforeRate: Ratio | null;
};

/**
 * `fell`: the rate before lies above the interval. `within_chance`: it is lower than before, but so few cases may do that by themselves.
 * `held`: no step is below what it was. `too_few`: no step has enough cases to tell.
 */
export type LeakVerdict = 'fell' | 'within_chance' | 'held' | 'too_few';

export interface WorstLeak<Step extends DecidedStep> {
  readonly verdict: LeakVerdict;
  /** The step that is spoken of; null where nothing was decided anywhere. */
  readonly worst: JudgedStep<Step> | null;
  readonly steps: readonly JudgedStep<Step>[];
}

/** With fewer decided cases a rate says next to nothing: its interval is wider than half of all there is. */
export const enoughToTell = 10;

/**
 * The worst leak of a period: of the steps with enough cases in it and before, the one where the most went missing against the mean of
 * the four periods before, that is (rate before − rate) × cases: a small fall where many pass is worse than a large one where few do. A fall beyond
 * chance goes before one that may be chance. Where nothing fell it is the step that lost the most.
 */
export function findWorstLeak<Step extends DecidedStep>(given: readonly Step[]): WorstLeak<Step> {
  const steps = given.map(judgeStep);
  const telling = steps.filter(({ latest, before }) => Math.min(latest.mature, before.mature) >= enoughToTell);
  if (telling.length === 0) return { verdict: 'too_few', worst: most(steps, ({ latest }) => latest.mature), steps };
  const beyond = most(telling.filter(isBeyondChance), missingIn);
  if (beyond) return { verdict: 'fell', worst: beyond, steps };
  const lower = most(telling, missingIn);
  if (lower) return { verdict: 'within_chance', worst: lower, steps };
  return { verdict: 'held', worst: most(telling, ({ lost }) => lost), steps };
}

function judgeStep<Step extends DecidedStep>(step: Step): JudgedStep<Step> {
  const { latest, before } = step;
  return {
    ...step,
    lost: latest.mature - latest.converted,
    rate: rateOf(latest),
    interval: wilsonInterval(latest.converted, latest.mature),
    beforeRate: rateOf(before),
  };
}

const rateOf = ({ converted, mature }: CohortCounts): Ratio | null =>
  mature === 0 ? null : ratio(BigInt(converted), BigInt(mature));

const isBeyondChance = ({ interval, beforeRate }: JudgedStep<DecidedStep>): boolean =>
  interval !== null && beforeRate !== null && compareRatios(beforeRate, interval.high) > 0;

/** How many more would have gone on at the rate before; only for comparing steps, so it may round. */
const missingIn = ({ latest, before }: DecidedStep): number =>
  (latest.mature * before.converted) / before.mature - latest.converted;

/** The step with the most of something, if it has any of it. */
function most<Step>(steps: readonly Step[], sizeOf: (step: Step) => number): Step | null {
  const [first] = steps.filter((step) => sizeOf(step) > 0).toSorted((one, other) => sizeOf(other) - sizeOf(one));
  return first ?? null;
}
