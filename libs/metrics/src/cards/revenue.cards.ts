import { card, fourWays, partsOf, sevenWays, type FigureCard } from './figure-card';

const booked = ['booking', 'booking_restatement', 'opportunity'];
const touched = [...booked, 'touch', 'source', 'campaign'];
const attribution = { route: 'metrics/attribution' };

/** Where revenue comes from, of what it is made, and why there is less or more of it than planned. */
export const revenueCards: readonly FigureCard[] = [
  card({
    key: 'attributed_revenue',
    unit: 'money',
    betterWhen: 'neither',
    edgeCases: ['exactly_all', 'without_touch', 'refunds_negative', 'partial_total'],
    dimensions: sevenWays,
    purpose: 'attribution',
    sources: touched,
    parts: partsOf(attribution, [
      ['rows.*.value', 'view={answer.model}&row={key}&halfLifeDays={answer.halfLifeDays}', 'contribution'],
      ['rows.*.beside', 'view={answer.beside}&row={key}&halfLifeDays={answer.halfLifeDays}', 'contribution'],
    ]),
  }),
  card({
    key: 'sourced_revenue',
    unit: 'money',
    betterWhen: 'higher',
    edgeCases: ['one_source_each', 'refunds_negative', 'partial_total'],
    dimensions: sevenWays,
    purpose: 'credited_revenue',
    definition: 'sourced',
    sources: [...booked, 'source'],
    parts: partsOf(attribution, [['sourced.*.value', 'view=sourced&row={key}', 'contribution']]),
  }),
  card({
    key: 'influenced_revenue',
    unit: 'money',
    betterWhen: 'higher',
    edgeCases: ['overlaps', 'refunds_negative', 'partial_total'],
    dimensions: sevenWays,
    purpose: 'credited_revenue',
    definition: 'influenced',
    sources: touched,
    parts: partsOf(attribution, [['influenced.*.value', 'view=influenced&row={key}', 'contribution']]),
  }),
  card({
    key: 'revenue_mix',
    unit: 'money',
    betterWhen: 'neither',
    edgeCases: ['cost_unknown', 'refunds_negative', 'zero_denominator', 'partial_total'],
    dimensions: sevenWays,
    sources: [...booked, 'account', 'product'],
    parts: partsOf({ route: 'metrics/mix' }, [
      ['whole.revenue', 'by={answer.by}&measure=revenue', 'contribution'],
      ['whole.grossProfit', 'by={answer.by}&measure=gross_profit', 'contribution'],
      ['rows.*.revenue', 'by={answer.by}&measure=revenue&row={key}', 'contribution'],
      ['rows.*.grossProfit', 'by={answer.by}&measure=gross_profit&row={key}', 'contribution'],
    ]),
  }),
  card({
    key: 'future_product_share',
    unit: 'ratio',
    betterWhen: 'higher',
    edgeCases: ['future_products', 'zero_denominator', 'partial_total'],
    dimensions: sevenWays,
    sources: [...booked, 'product'],
    parts: partsOf({ route: 'metrics/mix' }, [
      ['whole.futureRevenue', 'by={answer.by}&measure=future_revenue', 'contribution'],
      ['rows.*.futureRevenue', 'by={answer.by}&measure=future_revenue&row={key}', 'contribution'],
    ]),
  }),
  card({
    key: 'revenue_variance',
    unit: 'money',
    betterWhen: 'lower',
    says: {
      name: 'metrics:figure.revenue_variance.name',
      formula: 'credit:formula.root',
      explanation: 'metrics:figure.revenue_variance.explanation',
    },
    edgeCases: ['no_person', 'plan_rate', 'still_running', 'partial_total'],
    dimensions: ['team', 'office', 'source'],
    sources: [...booked, 'opportunity_move', 'funnel_stage', 'target', 'exchange_rate'],
    parts: partsOf({ route: 'metrics/variance' }, [
      ['actual', 'node=root&against={answer.against}&measure={answer.measure}', 'contribution'],
    ]),
  }),
  card({
    key: 'source_yield',
    unit: 'ratio',
    betterWhen: 'higher',
    edgeCases: ['expense_unknown', 'zero_denominator', 'one_source_each', 'plan_rate', 'partial_total'],
    dimensions: fourWays,
    purpose: 'conversion',
    sources: ['opportunity_move', 'opportunity', 'funnel_stage', 'expense_line', 'source', 'exchange_rate'],
    parts: [
      ...partsOf({ route: 'metrics/sources', records: 'metrics/matrix/records' }, [
        ['rows.*.leads', 'from=created&sourceId={key}', 'count'],
      ]),
      ...partsOf({ route: 'metrics/sources', records: 'figures/funnel/records' }, [
        ['rows.*.accepted', 'row={answer.acceptedRow}&sourceId={key}&mode={answer.mode}&side={answer.side}', '1'],
        ['rows.*.won', 'row={answer.wonRow}&sourceId={key}&mode={answer.mode}&side={answer.side}', '1'],
      ]),
    ],
  }),
  card({
    key: 'acquisition_cost',
    unit: 'money',
    betterWhen: 'lower',
    edgeCases: ['zero_denominator', 'expense_unknown', 'free_pilots', 'partial_total'],
    dimensions: fourWays,
    purpose: 'new_customer',
    sources: [...booked, 'expense_line', 'account', 'hand_off_contract'],
    parts: partsOf({ route: 'metrics/acquisition-cost' }, [
      ['whole.salesExpense', '', 'contribution', 'sales_expense'],
      ['whole.marketingExpense', '', 'contribution', 'marketing_expense'],
      ['whole.newCustomers', '', 'contribution', 'new_customers'],
    ]),
  }),
];
