import { expenseRatio, expenseRatioContributions } from '../expense-ratio';
import type { Kpi } from '../kpi';

/**
 * Sales-expense ratio: expense of sales in the period ÷ net sales in the period. Unit: ratio; lower is better.
 * Net sales of 0 or below are n/a. Expense that nobody recorded is unknown, not 0, and so n/a; a team, office or source has a
 * ratio only where expense lines name it, a person never.
 * Source: expense lines and booking lines.
 */
export const salesExpenseRatio: Kpi = {
  key: 'sales_expense_ratio',
  unit: 'ratio',
  betterWhen: 'lower',
  isAdditive: false,
  summed: ['sales_expense', 'net_revenue'],
  compute: (sums) => expenseRatio(sums, ['sales']),
  contributions: (facts) => expenseRatioContributions(facts, ['sales']),
};
