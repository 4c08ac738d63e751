import { catalogue } from '../catalogue';
import type { FigureKey, Kpi } from '../kpi';
import type { EdgeCase } from './edge-cases';
import { card, fourWays, partsOf, textsAt, type CardPart, type FigureCard } from './figure-card';
import { winRatePartsOf } from './win-rate.cards';

/** What a KPI does not say of itself. */
interface Beside {
  readonly edgeCases: readonly EdgeCase[];
  readonly sources: readonly string[];
}

const booked = ['booking', 'booking_restatement', 'opportunity'];
const decided = ['opportunity_move', 'opportunity'];

const beside: Readonly<Record<FigureKey, Beside>> = {
  quota_attainment: {
    edgeCases: [
      'quota_missing',
      'may_be_negative',
      'quota_prorated',
      'over_assigned',
      'quota_by_team',
      'refunds_negative',
      'credit_of_the_moment',
      'partial_total',
    ],
    sources: [...booked, 'quota', 'person', 'working_calendar'],
  },
  new_customers: {
    edgeCases: ['fully_reversed', 'free_pilots', 'same_day_orders', 'credit_of_the_moment'],
    sources: [...booked, 'account', 'account_merge', 'hand_off_contract'],
  },
  closings: {
    edgeCases: ['reopened_win', 'renewals_apart', 'close_date_decides', 'import_counts_when_true'],
    sources: [...decided, 'booking'],
  },
  gross_profit_per_customer: {
    edgeCases: ['ratio_of_sums', 'cost_unknown', 'zero_denominator', 'partial_total', 'frozen_rate'],
    sources: [...booked, 'account', 'account_merge'],
  },
  sales_expense_ratio: {
    edgeCases: ['zero_denominator', 'expense_unknown', 'no_person', 'partial_total'],
    sources: [...booked, 'expense_line'],
  },
  revenue_expense_ratio: {
    edgeCases: ['zero_denominator', 'expense_unknown', 'no_person', 'partial_total'],
    sources: [...booked, 'expense_line'],
  },
  net_revenue: {
    edgeCases: ['refunds_negative', 'may_be_negative', 'frozen_rate', 'partial_total', 'credit_of_the_moment'],
    sources: booked,
  },
  winning_customers: {
    edgeCases: ['fully_reversed', 'customers_overlap', 'free_pilots'],
    sources: [...booked, 'account', 'account_merge'],
  },
  lost: { edgeCases: ['cancelled_outside', 'close_date_decides', 'import_counts_when_true'], sources: decided },
  win_rate: { edgeCases: ['zero_denominator', 'few_cases', 'cancelled_outside', 'reopened_win'], sources: decided },
};

const route = 'figures/scoreboard';

/** The parts of a KPI that are sums of rows, each with its rows. */
const partsOfKpi = ({ key, summed }: Pick<Kpi, 'key' | 'summed'>): CardPart[] =>
  partsOf(
    { route, records: `figures/${key}/records` },
    summed.map((part) => [`figures.${key}.parts.${part}.value`, '', 'contribution', part]),
  );

const rivals: Readonly<Partial<Record<FigureKey, Pick<FigureCard, 'purpose' | 'definition'>>>> = {
  new_customers: { purpose: 'new_customer', definition: null },
  win_rate: { purpose: 'headline_win_rate', definition: 'broad' },
};

/** The figures of the scoreboard, each from its KPI, and the pace they are compared with. */
export const scoreboardCards: readonly FigureCard[] = [
  ...catalogue.map((kpi) =>
    card({
      ...beside[kpi.key],
      ...rivals[kpi.key],
      key: kpi.key,
      unit: kpi.unit,
      betterWhen: kpi.betterWhen,
      says: textsAt(`figures:${kpi.key}`),
      dimensions: fourWays,
      parts: [...partsOfKpi(kpi), ...(kpi.key === 'win_rate' ? winRatePartsOf('broad') : [])],
    }),
  ),
  card({
    key: 'pace',
    unit: 'ratio',
    betterWhen: 'higher',
    edgeCases: ['quota_missing', 'still_running'],
    dimensions: fourWays,
    sources: [...booked, 'target', 'quota', 'working_calendar'],
    parts: partsOfKpi({ key: 'net_revenue', summed: ['bookings', 'credits'] }),
  }),
];
