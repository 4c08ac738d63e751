/** English texts: what every figure means, why one is not available, and what stands beside it. */
export const figures = {
  quota_attainment: {
    name: 'Quota attainment',
    formula: 'Credited bookings in the period ÷ quota of the period',
    explanation:
      'How much of what was promised is booked. Refunds and reopened wins are taken off. The organisation’s quota is the sum of its teams’ quotas; somebody who joins or leaves within the period carries the share of its working days.',
  },
  new_customers: {
    name: 'New customers',
    formula: 'Customers whose first positive, not fully reversed booking lies in the period',
    explanation:
      'Three senses stand side by side: first order, first order within an account family that already buys, and won back after a long silence. The hand-off contract says which one is the number. Free pilots do not count, an adjustment is no order, and two orders on one day are one customer.',
  },
  closings: {
    name: 'Closings',
    formula: 'Opportunities that entered a won stage in the period − those taken back',
    explanation:
      'Dated by the close date. A win that was reopened is no longer counted; one that was reopened and won again within the period counts once. Renewals are counted apart.',
  },
  gross_profit_per_customer: {
    name: 'Gross profit per customer',
    formula: '(Net revenue − direct cost) ÷ customers with a booking in the period',
    explanation:
      'A ratio of sums, not a mean of ratios; the median customer stands beside it. Bookings of unknown cost are left out on both sides, and cost coverage says how much of the booked money remains.',
  },
  sales_expense_ratio: {
    name: 'Sales-expense ratio',
    formula: 'Sales expense in the period ÷ net revenue in the period',
    explanation: 'What it costs sales to bring in one unit of revenue. Lower is better.',
  },
  revenue_expense_ratio: {
    name: 'Sales and marketing ratio',
    formula: 'Expense of sales and marketing in the period ÷ net revenue in the period',
    explanation:
      'Both departments in one purse, so that moving a cost across the aisle is no progress. Lower is better.',
  },
  net_revenue: {
    name: 'Net revenue',
    formula: 'All bookings of the period + refunds and credits (which are negative)',
    explanation:
      'In the reporting currency, each line at the rate frozen on its own day. A refund counts on the day it is granted.',
  },
  winning_customers: {
    name: 'Customers with a win',
    formula: 'Distinct customers with a positive, not fully reversed booking in the period',
    explanation:
      'A customer who buys from two teams counts in both, so the parts need not add up to the whole. An adjustment of a locked period is no order.',
  },
  lost: {
    name: 'Lost',
    formula: 'Opportunities closed as lost in the period − those reopened',
    explanation: 'Dated by the close date. Cancelled opportunities are not lost ones. Lower is better.',
  },
  win_rate: {
    name: 'Win rate',
    formula: 'Won ÷ (won + lost) among opportunities closed in the period',
    explanation:
      'The broad win rate: everything that was decided in the period. Cancelled opportunities are outside. Over fewer than 30 cases the 95% interval is shown.',
  },
  note: {
    no_previous: 'There are no records from the period before ({{period}}), so nothing is compared with it.',
    no_year_before: 'There are no records from a year before ({{period}}), so nothing is compared with it.',
    slow_slice: 'No sums are kept for this slice, so it was counted from the records, which takes longer.',
    slow_days:
      'Customers are summed by fiscal month, quarter and year; for other days they were counted from the records, which takes longer.',
    slow_moment: 'No sums are kept of moments within a day, so it was counted from the records, which takes longer.',
    slow_agreement:
      'Another hand-off contract was in force then, so new customers were counted from the records, which takes longer.',
    rebuilding:
      'The sums are being made anew; until they are, figures are counted from the records, which takes longer.',
    catching_up:
      'Much has just changed and is not in the sums yet, so it was counted from the records, which takes longer.',
    cohort_running: '{{count}} are still within their window and in neither number.',
    entries_without_value: 'Partial: {{count}} have no amount or no exchange rate and are not in the value.',
    entries_undated: '{{count}} more were found here, but nobody knows since when; they are in no other number.',
    entries_implied: '{{count}} skipped this stage and count as having entered it.',
    partial_total_one: 'Partial: {{count}} booking has no exchange rate and is not in the total.',
    partial_total_other: 'Partial: {{count}} bookings have no exchange rate and are not in the total.',
    partial_expense_one: 'Partial: {{count}} expense line has no exchange rate and is not in the total.',
    partial_expense_other: 'Partial: {{count}} expense lines have no exchange rate and are not in the total.',
    indicative: 'Only indicative: the direct cost is known for {{percent}}% of the booked money.',
    few_cases_one: 'Only {{count}} case: the true rate may lie anywhere within the interval.',
    few_cases_other: 'Only {{count}} cases: the true rate may lie anywhere within the interval.',
    without_account_one: '{{count}} booking names no customer and is not in it.',
    without_account_other: '{{count}} bookings name no customer and are not in it.',
    quota_prorated: 'Prorated by working days for those who joined or left within the period.',
    quota_over_assigned: 'The people carry {{people}} together, more than the quota of {{quota}}.',
    quota_missing: 'No quota has been set for this period.',
    quota_zero: 'The quota is 0, so there is nothing to divide by.',
    quota_not_by_source: 'Quotas are set for teams and people, not for sources.',
    no_customers: 'No customer has a booking in this period.',
    cost_unknown: 'No booking of this period has a known direct cost.',
    no_net_sales: 'Net revenue is 0 or below, so there is nothing to divide by.',
    expense_one_sided: 'Only one of the two sides has recorded its expense for this period.',
    expense_missing: 'No expense has been recorded for this period.',
    expense_not_assigned: 'No expense line of this period names this team or office.',
    expense_not_by_source: 'No expense line of this period names this source.',
    expense_not_by_person: 'Expense is recorded for teams, not for people.',
    nothing_closed: 'Nothing was won or lost in this period.',
    nothing_recorded_yet: 'Nothing had been recorded here by {{day}}.',
    nothing_entered: 'Nothing entered the row before in this period.',
    chosen_narrow: 'This is the broad win rate. The organisation goes by the narrow one.',
    chosen_qualified: 'This is the broad win rate. The organisation goes by that of qualified opportunities only.',
    chosen_created:
      'This is the broad win rate. The organisation goes by that of the opportunities created in the period.',
    all_running: 'Too early to tell: the window of all {{count}} is still running.',
  },
  part: {
    net_revenue: 'Net revenue',
    bookings: 'Bookings',
    credits: 'Refunds and credits',
    quota: 'Quota',
    people_quota: 'Sum of the people’s quotas',
    first_order: 'First order',
    connected_new: 'First order in a family that buys',
    win_back: 'Won back',
    closings: 'Closings',
    renewals: 'Renewals',
    direct_cost: 'Direct cost',
    gross_profit: 'Gross profit',
    customers: 'Customers',
    median: 'Median customer',
    cost_coverage: 'Cost coverage',
    sales_expense: 'Sales expense',
    marketing_expense: 'Marketing expense',
    won: 'Won',
    lost: 'Lost',
  },
  none: { team: 'No team', office: 'No office', person: 'No person', source: 'No source' },
  category: {
    people: 'People',
    commission: 'Commission',
    programmes: 'Programmes',
    promotion: 'Promotion',
    discounts: 'Discounts',
    tools: 'Tools',
  },
} as const;
