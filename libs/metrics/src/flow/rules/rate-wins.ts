import { note, type Note } from '../../rules/figure-value';
import { ratio, type Ratio } from '../../rules/ratio';
import { fewCases, wilsonInterval, type Interval } from '../../rules/wilson-interval';
import { sumWorth } from './sum-worth';

/** What became of a case; `running` is not decided yet, `outside` (cancelled) is in no rate. */
export type WinFate = 'won' | 'lost' | 'running' | 'outside';

export interface WinCase {
  readonly fate: WinFate;
  /** −1 takes an earlier case back. */
  readonly sign: 1 | -1;
  readonly valueMinor: bigint | null;
}

export interface WinRate {
  readonly won: number;
  readonly lost: number;
  readonly running: number;
  readonly outside: number;
  readonly rate: Ratio | null;
  /** Says why there is no rate. */
  readonly unavailable: Note | null;
  /** Shown for fewer than 30 cases. */
  readonly interval: Interval | null;
  readonly byValue: {
    readonly wonMinor: bigint;
    readonly allMinor: bigint;
    /** Cases without an amount or a rate; they are on neither side. */
    readonly withoutValue: number;
    readonly rate: Ratio | null;
    readonly unavailable: Note | null;
  };
}

/**
 * A win rate: won ÷ (won + lost + running), by count and by value. Unit: ratio. Only the created cohort has running cases. Cancelled
 * ones are outside. No case is n/a; fewer than 30 carry a Wilson 95 % interval. By value, cases without an amount or a rate
 * leave both sides; when that leaves none of those that were not won, a rate would say 100 % of what nobody priced, so it is
 * n/a. Amounts are at the plan rate of the period on both sides, so that no rate of exchange changes the share.
 */
export function rateWins(cases: readonly WinCase[]): WinRate {
  const count = (wished: WinFate) => cases.reduce((total, { fate, sign }) => total + (fate === wished ? sign : 0), 0);
  const [won, lost, running] = [count('won'), count('lost'), count('running')];
  const all = won + lost + running;
  const isCountable = all > 0 && won >= 0 && lost >= 0 && running >= 0;
  const counted = cases.filter(({ fate }) => fate !== 'outside');
  return {
    won,
    lost,
    running,
    outside: count('outside'),
    rate: isCountable ? ratio(BigInt(won), BigInt(all)) : null,
    unavailable: isCountable ? null : note('no_cases'),
    interval: isCountable && all < fewCases ? wilsonInterval(won, all) : null,
    byValue: rateValue(counted),
  };
}

function rateValue(cases: readonly WinCase[]): WinRate['byValue'] {
  const signed = cases.map(({ fate, sign, valueMinor }) => ({
    fate,
    valueMinor: valueMinor === null ? null : valueMinor * BigInt(sign),
  }));
  const all = sumWorth(signed);
  const { valueMinor: wonMinor } = sumWorth(signed.filter(({ fate }) => fate === 'won'));
  const sums = { wonMinor, allMinor: all.valueMinor, withoutValue: all.withoutValue };
  const rest = signed.filter(({ fate }) => fate !== 'won');
  const isUnpriced = rest.length > 0 && rest.every(({ valueMinor }) => valueMinor === null);
  if (all.valueMinor <= 0n || wonMinor < 0n || wonMinor > all.valueMinor) {
    return { ...sums, rate: null, unavailable: note('no_value') };
  }
  if (isUnpriced) return { ...sums, rate: null, unavailable: note('rest_without_value', { count: rest.length }) };
  return { ...sums, rate: ratio(wonMinor, all.valueMinor), unavailable: null };
}
