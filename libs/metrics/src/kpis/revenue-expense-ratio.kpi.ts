import { expenseRatio, expenseRatioContributions } from '../expense-ratio';
import type { Kpi } from '../kpi';

/**
 * Sales-and-marketing ratio: expense of both sides in the period ÷ net sales in the period. Unit: ratio; lower is better.
 * It stands beside the sales-expense ratio so that moving a cost across the aisle is no progress. n/a as there.
 * Source: expense lines and booking lines.
 */
export const revenueExpenseRatio: Kpi = {
  key: 'revenue_expense_ratio',
  unit: 'ratio',
  betterWhen: 'lower',
  isAdditive: false,
  summed: ['sales_expense', 'marketing_expense', 'net_revenue'],
  compute: (sums) => expenseRatio(sums, ['sales', 'marketing']),
  contributions: (facts) => expenseRatioContributions(facts, ['sales', 'marketing']),
};
