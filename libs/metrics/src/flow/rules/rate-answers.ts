import { note, type Note } from '../../rules/figure-value';
import { ratio, type Ratio } from '../../rules/ratio';
import { fewCases, wilsonInterval, type Interval } from '../../rules/wilson-interval';
import type { HandOffFate } from './judge-hand-off';

export interface Compliance {
  readonly met: number;
  readonly breached: number;
  readonly running: number;
  readonly outside: number;
  readonly rate: Ratio | null;
  readonly unavailable: Note | null;
  /** Shown for fewer than 30 cases. */
  readonly interval: Interval | null;
}

/**
 * Hand-off compliance: met ÷ (met + breached) of the offers due in the period. Unit: ratio. Running ones and those outside are said
 * and in neither number; nothing decided is n/a; fewer than 30 cases carry a Wilson 95 % interval.
 */
export function rateAnswers(fates: readonly HandOffFate[]): Compliance {
  const count = (wished: HandOffFate) => fates.filter((fate) => fate === wished).length;
  const [met, breached] = [count('met'), count('breached')];
  const decided = met + breached;
  return {
    met,
    breached,
    running: count('running'),
    outside: count('outside'),
    rate: decided === 0 ? null : ratio(BigInt(met), BigInt(decided)),
    unavailable: decided === 0 ? note('nothing_due') : null,
    interval: decided > 0 && decided < fewCases ? wilsonInterval(met, decided) : null,
  };
}
