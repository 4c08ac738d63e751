import type { PlainDate } from '@tandem/kernel';
import type { Facts } from './rules/facts';
import type { FigureValue, Note, Unit } from './rules/figure-value';
import type { Sums } from './rules/sum-facts';
import type { Interval } from './rules/wilson-interval';

export const figureKeys = [
  'quota_attainment',
  'new_customers',
  'closings',
  'gross_profit_per_customer',
  'sales_expense_ratio',
  'revenue_expense_ratio',
  'net_revenue',
  'winning_customers',
  'lost',
  'win_rate',
] as const;

export type FigureKey = (typeof figureKeys)[number];

/** What stands above or below the line, by name. */
export interface Part {
  readonly key: string;
  readonly value: FigureValue | null;
}

/** A KPI's answer; `value` is null exactly when `unavailable` says why. */
export interface Computed {
  readonly value: FigureValue | null;
  readonly unavailable: Note | null;
  readonly notes: readonly Note[];
  readonly parts: readonly Part[];
  readonly interval: Interval | null;
}

/** A row behind a figure: what it adds to the part named in `of`. */
export interface Contribution {
  readonly of: string;
  readonly kind: 'booking' | 'opportunity' | 'customer' | 'expense' | 'quota';
  readonly id: string;
  readonly date: PlainDate | null;
  readonly value: FigureValue;
  readonly opportunityId: string | null;
  readonly accountId: string | null;
  readonly ownerId: string | null;
  /** Whose quota it is, when a team's. */
  readonly teamId: string | null;
  readonly category: string | null;
  readonly note: string | null;
}

/** One figure of the catalogue: what it is, how it is computed, and which rows it is made of. */
export interface Kpi {
  readonly key: FigureKey;
  readonly unit: Unit;
  readonly betterWhen: 'higher' | 'lower';
  /** Grows with the days of the period, so that a pace means something. */
  readonly isAdditive: boolean;
  /** The parts that are sums of rows; for each, the contributions named after it add up exactly. */
  readonly summed: readonly string[];
  /** Which of rival definitions it goes by; only of a KPI that has rivals. */
  readonly definition?: (sums: Pick<Sums, 'newCustomerVariant'>) => string;
  compute(sums: Sums): Computed;
  contributions(facts: Facts): readonly Contribution[];
}
