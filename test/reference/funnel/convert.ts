import { decimal, fraction, wilson } from '../exact';
import type { Deal } from './follow-deals';
import type { Mode } from './follow-deal';

const dayMs = 86_400_000;

/** A cohort of deals and the one before it, from one row to another. */
export interface Cohorts {
  readonly now: readonly Deal[];
  readonly before: readonly Deal[];
  readonly from: number;
  readonly to: number;
}

export interface Rule {
  readonly days: number;
  /** The beginning of the local day that was a window ago: the deals of one day become mature together. */
  readonly matureBefore: number;
  readonly mode: Mode;
}

/**
 * Of the deals that entered one row, how many entered the other within the window of their own entry. Only those count whose window
 * is over. A difference to the cohort before is a change only where it lies beyond the 95 % interval of this one.
 */
export function convert({ now, before, from, to }: Cohorts, rule: Rule) {
  const fates = now.map((deal) => fateOf(deal, from, to, rule));
  const earlier = before.map((deal) => fateOf(deal, from, to, rule));
  const [mature, converted] = [counted(fates, false), counted(fates, true)];
  const [matureBefore, convertedBefore] = [counted(earlier, false), counted(earlier, true)];
  const interval = mature === 0 ? null : wilson(converted, mature);
  const rateBefore = rateOf(convertedBefore, matureBefore);
  return {
    windowDays: rule.days,
    mature,
    converted,
    running: now.length - mature,
    rate: rateOf(converted, mature),
    unavailable: whyUnknown(now.length, mature),
    interval: mature < 30 ? interval : null,
    previousRate: rateBefore,
    changed: interval !== null && matureBefore > 0 && isOutside(convertedBefore / matureBefore, interval),
  };
}

type Fate = 'yes' | 'no' | 'running';

function fateOf({ entries }: Deal, from: number, to: number, { days, matureBefore, mode }: Rule): Fate {
  const [entry, reached] = [entries[from], entries[to]];
  if (!entry) throw new Error('not of this cohort');
  const deadline = entry.at + days * dayMs;
  if (entry.at >= matureBefore) return 'running';
  if (!reached || reached.at > deadline) return 'no';
  return mode === 'any' || reached.at >= entry.at ? 'yes' : 'no';
}

const counted = (fates: readonly Fate[], onlyConverted: boolean): number =>
  fates.filter((fate) => fate === 'yes' || (fate === 'no' && !onlyConverted)).length;

const rateOf = (converted: number, mature: number): string | null =>
  mature === 0 ? null : decimal(fraction(BigInt(converted), BigInt(mature)));

function whyUnknown(entered: number, mature: number): string | null {
  if (mature > 0) return null;
  return entered === 0 ? 'nothing_entered' : 'all_running';
}

const isOutside = (rate: number, { low, high }: { readonly low: string; readonly high: string }): boolean =>
  rate < Number(low) || rate > Number(high);
