import { workingDaysIn, type Day, type Span } from '../calendar';
import type { Scope } from '../books/book';
import { cover } from '../books/cover';
import { decimal, fraction, total, type Fraction } from '../exact';
import type { History } from '../history/history';
import { count, money, share, type Worth } from './answer';

/** How a figure stands against what it shall reach. */
export interface Stand {
  readonly target: string | null;
  readonly attainment: string | null;
  readonly pace: string | null;
  readonly standing: string | null;
}

/** They grow with the days of a period. */
const additive = ['quota_attainment', 'new_customers', 'closings', 'net_revenue', 'winning_customers', 'lost'];
const lowerIsBetter = ['sales_expense_ratio', 'revenue_expense_ratio', 'lost', 'acquisition_cost'];

/** Whom a target stands on: everybody, or one slice by its kind and its id. */
export interface TargetPlace {
  readonly sliceKind: string;
  readonly slice: string;
}

/** The place of what a question is narrowed to; narrowed in two ways, nobody set a target for it. */
export function placeOf(scope: Scope): TargetPlace | null {
  const [first, ...others] = Object.entries(scope);
  if (!first) return { sliceKind: 'all', slice: '' };
  return others.length > 0 ? null : { sliceKind: first[0].replace('Id', ''), slice: String(first[1] ?? '') };
}

/** The target of a figure and place: for exactly these days or, of sums and counts, several that cover them. */
export function targetOf(
  { targets, organisation }: History,
  key: string,
  period: Span,
  { sliceKind, slice }: TargetPlace,
): Worth | null {
  const currency = organisation[0]?.reportingCurrency ?? '';
  const own = targets.filter((row) => row.figureKey === key && row.sliceKind === sliceKind && row.slice === slice);
  const chosen = cover(
    own.filter((row) => row.currency === null || row.currency === currency),
    period,
  );
  const [first] = chosen;
  if (!first || chosen.some(({ unit }) => unit !== first.unit)) return null;
  if (chosen.length > 1 && (!additive.includes(key) || first.unit === 'ratio')) return null;
  const sum = total(chosen.map(({ value }) => BigInt(value)));
  if (first.unit === 'ratio') return share(fraction(sum, 10_000n));
  return first.unit === 'count' ? count(Number(sum)) : money(sum, { currency });
}

/** The share of a period's working days that lies before a day. */
export function goneOf({ from, until }: Span, today: Day): Fraction {
  if (today >= until) return fraction(1n, 1n);
  const all = workingDaysIn({ from, until });
  return today <= from || all === 0
    ? fraction(0n, 1n)
    : fraction(BigInt(workingDaysIn({ from, until: today })), BigInt(all));
}

/** Attainment is value ÷ target, pace is attainment ÷ share gone. A quota that nobody set a target for is to be reached wholly. */
export function standOf(key: string, value: Worth | null, target: Worth | null, gone: Fraction): Stand {
  const aim = target ?? (key === 'quota_attainment' && value ? share(fraction(1n, 1n)) : null);
  const attainment = value && aim && value.unit === aim.unit ? quotient(value.exact, aim.exact) : null;
  const pace = attainment && additive.includes(key) ? quotient(attainment, gone) : null;
  return {
    target: aim?.text ?? null,
    attainment: attainment && decimal(attainment),
    pace: pace && decimal(pace),
    standing: attainment && standingOf(key, attainment, pace, gone),
  };
}

/** Sums by their pace, the others by their value, with 5 % of tolerance; what may still grow past its limit is not met before the end. */
function standingOf(key: string, attainment: Fraction, pace: Fraction | null, gone: Fraction): string {
  const isLower = lowerIsBetter.includes(key);
  const isOver = !isBelow(gone, 100n);
  const isReached = isLower ? !isAbove(attainment, 100n) : !isBelow(attainment, 100n);
  const canTurn = isLower && additive.includes(key);
  if (isReached && (isOver || !canTurn)) return 'met';
  if (isOver || (canTurn && !isReached)) return 'missed';
  const measure = additive.includes(key) ? pace : attainment;
  if (!measure) return 'on_track';
  if (isAbove(measure, 105n)) return isLower ? 'behind' : 'ahead';
  if (isBelow(measure, 95n)) return isLower ? 'ahead' : 'behind';
  return 'on_track';
}

const isAbove = ({ over, under }: Fraction, hundredths: bigint): boolean => over * 100n > hundredths * under;
const isBelow = ({ over, under }: Fraction, hundredths: bigint): boolean => over * 100n < hundredths * under;

const quotient = (one: Fraction, other: Fraction): Fraction | null =>
  other.over === 0n ? null : fraction(one.over * other.under, one.under * other.over);
