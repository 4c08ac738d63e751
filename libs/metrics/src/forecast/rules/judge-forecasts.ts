import { note, type Note } from '../../rules/figure-value';
import { ratio, type Ratio } from '../../rules/ratio';

/** What was forecast of a period that is over, and what it came to. */
export interface JudgedCase {
  readonly forecastMinor: bigint;
  readonly actualMinor: bigint;
}

export interface Judgement {
  readonly forecastMinor: bigint;
  readonly actualMinor: bigint;
  /** 1 is exact; may be below 0. Null when there is nothing to divide by. */
  readonly accuracy: Ratio | null;
  /** Above 0 was forecast too high, below 0 too low. */
  readonly bias: Ratio | null;
  readonly unavailable: Note | null;
}

/**
 * How good forecasts were. Accuracy = 1 − Σ|forecast − actual| ÷ Σ actual; bias = Σ(forecast − actual) ÷ Σ actual: ratios of sums,
 * never means of ratios, so that a small period weighs little. Unit: exact ratios. Misses in both directions cancel out in the
 * bias and not in the accuracy. Actual sums at or below 0 give n/a. Only periods that are over are cases; there is at least one.
 */
export function judgeForecasts(cases: readonly JudgedCase[]): Judgement {
  let [forecastMinor, actualMinor, missedMinor] = [0n, 0n, 0n];
  for (const { forecastMinor: forecast, actualMinor: actual } of cases) {
    forecastMinor += forecast;
    actualMinor += actual;
    missedMinor += forecast > actual ? forecast - actual : actual - forecast;
  }
  const sums = { forecastMinor, actualMinor };
  if (actualMinor <= 0n) return { ...sums, accuracy: null, bias: null, unavailable: note('nothing_booked') };
  return {
    ...sums,
    accuracy: ratio(actualMinor - missedMinor, actualMinor),
    bias: ratio(forecastMinor - actualMinor, actualMinor),
    unavailable: null,
  };
}
