/** English texts: what a forecast and its parts mean, and what has to be said beside them. */
export const forecast = {
  weighted: {
    name: 'Weighted forecast',
    formula: 'Booked in the period + Σ open amount × probability of what is expected to close in it',
    explanation:
      'The probability is the rep’s own where there is one; else what the stage teaches, won ÷ decided among the opportunities that entered it and were decided in the 365 days before, from 30 cases on; else what the stage was set to. Each opportunity is rounded by itself, so that the records add up. What should have closed already is left out and listed; what is lost counts nothing.',
  },
  range: {
    name: 'Range',
    formula: 'P10, P50 and P90 of 2,048 draws of the period',
    explanation:
      'Each open opportunity is won with its probability, for its whole amount and by itself: nine of ten draws reach P10, half reach P50, one of ten reaches P90. The same records give the same range. That all opportunities share one economy is not in it.',
  },
  categories: {
    name: 'Categories',
    formula:
      'What the rep calls it; else commit from 75%, best case from 50%, pipeline above 0, omitted at 0; closed is booked',
    explanation: 'Whole amounts, not weighted. A category groups opportunities and changes no probability.',
  },
  accuracy: {
    name: 'Accuracy and bias',
    formula: 'Accuracy = 1 − Σ|forecast − actual| ÷ Σ actual; bias = Σ(forecast − actual) ÷ Σ actual',
    explanation:
      'What was forecast at the end of each week against what the quarter came to, by how many weeks before its end it was said. Only quarters that are over count. A bias above 0 was too high. Commit and best case count with what was booked by then.',
  },
  note: {
    unvalued:
      'Partial: open opportunities without an amount or an exchange rate, which are not in the total: {{count}}.',
    overdue: 'Left out because they should have closed already: {{count}}, worth {{worth}} together.',
    not_learned:
      'Weighed by what their stage was set to, because fewer than {{cases}} decided opportunities had entered it: {{count}}.',
    few_deals: 'Too few to be a range, which is all or nothing of some of them: {{count}} open.',
    no_period_over: 'No quarter with a snapshot is over yet.',
    period_running: 'It is not over: its last day is {{day}}.',
    nothing_booked: 'What was booked is 0 or below, so there is nothing to divide by.',
    other_currency_one: '{{count}} snapshot in another reporting currency is left out.',
    other_currency_other: '{{count}} snapshots in another reporting currency are left out.',
  },
} as const;
