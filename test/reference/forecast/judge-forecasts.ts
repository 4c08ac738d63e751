import { fraction, total, type Fraction } from '../exact';

export interface Case {
  readonly forecast: bigint;
  readonly actual: bigint;
}

export interface Judged {
  readonly forecast: bigint;
  readonly actual: bigint;
  /** Null where nothing was booked. */
  readonly accuracy: Fraction | null;
  readonly bias: Fraction | null;
}

/** Accuracy = 1 − Σ|forecast − actual| ÷ Σ actual; bias = Σ(forecast − actual) ÷ Σ actual. */
export function judge(cases: readonly Case[]): Judged {
  const said = total(cases.map(({ forecast }) => forecast));
  const actual = total(cases.map((one) => one.actual));
  const missed = total(
    cases.map((one) => (one.forecast > one.actual ? one.forecast - one.actual : one.actual - one.forecast)),
  );
  const of = (over: bigint): Fraction | null => (actual > 0n ? fraction(over, actual) : null);
  return { forecast: said, actual, accuracy: of(actual - missed), bias: of(said - actual) };
}
