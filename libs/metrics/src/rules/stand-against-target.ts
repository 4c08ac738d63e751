import { exactly, type FigureValue } from './figure-value';
import { compareRatios, quotient, ratio, type Ratio } from './ratio';

export type Standing = 'met' | 'ahead' | 'on_track' | 'behind' | 'missed';

export interface Aim {
  readonly value: FigureValue | null;
  readonly target: FigureValue | null;
  /** Share of the period's working days that are gone; 1 once it is over. */
  readonly gone: Ratio;
  readonly betterWhen: 'higher' | 'lower';
  /** Grows with the days of the period, as sums and counts do; a ratio or an average does not. */
  readonly isAdditive: boolean;
}

export interface Stand {
  /** Value ÷ target. */
  readonly attainment: Ratio | null;
  /** Attainment ÷ share of working days gone; 1 is exactly on pace. */
  readonly pace: Ratio | null;
  readonly standing: Standing | null;
}

const one = ratio(1n, 1n);
const aheadFrom = ratio(105n, 100n);
const behindFrom = ratio(95n, 100n);

/**
 * Where a figure stands against its target: sums by their pace, ratios and averages by their value, both with 5 % of
 * tolerance. Before the first working day is gone nobody is ahead or behind.
 */
export function standAgainstTarget({ value, target, gone, betterWhen, isAdditive }: Aim): Stand {
  if (!value || !target || value.unit !== target.unit) return { attainment: null, pace: null, standing: null };
  const attainment = quotient(exactly(value), exactly(target));
  if (!attainment) return { attainment: null, pace: null, standing: null };
  const pace = isAdditive ? quotient(attainment, gone) : null;
  const isOver = compareRatios(gone, one) >= 0;
  const isReached = betterWhen === 'higher' ? compareRatios(attainment, one) >= 0 : compareRatios(attainment, one) <= 0;
  return { attainment, pace, standing: standingOf({ attainment, pace, isOver, isReached, betterWhen, isAdditive }) };
}

interface Position {
  readonly attainment: Ratio;
  readonly pace: Ratio | null;
  readonly isOver: boolean;
  readonly isReached: boolean;
  readonly betterWhen: 'higher' | 'lower';
  readonly isAdditive: boolean;
}

function standingOf({ attainment, pace, isOver, isReached, betterWhen, isAdditive }: Position): Standing {
  const canStillTurn = isAdditive && betterWhen === 'lower';
  if (isReached && (isOver || !canStillTurn)) return 'met';
  if (isOver || (canStillTurn && !isReached)) return 'missed';
  const measure = isAdditive ? pace : attainment;
  if (!measure) return 'on_track';
  const isHigh = compareRatios(measure, aheadFrom) > 0;
  const isLow = compareRatios(measure, behindFrom) < 0;
  if (!isHigh && !isLow) return 'on_track';
  return isHigh === (betterWhen === 'higher') ? 'ahead' : 'behind';
}
