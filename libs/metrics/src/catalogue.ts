import type { FigureKey, Kpi } from './kpi';
import { closings } from './kpis/closings.kpi';
import { grossProfitPerCustomer } from './kpis/gross-profit-per-customer.kpi';
import { lost } from './kpis/lost.kpi';
import { netRevenue } from './kpis/net-revenue.kpi';
import { newCustomers } from './kpis/new-customers.kpi';
import { quotaAttainment } from './kpis/quota-attainment.kpi';
import { revenueExpenseRatio } from './kpis/revenue-expense-ratio.kpi';
import { salesExpenseRatio } from './kpis/sales-expense-ratio.kpi';
import { winRate } from './kpis/win-rate.kpi';
import { winningCustomers } from './kpis/winning-customers.kpi';

/** Every figure there is, in the order of the scoreboard: the five shared ones first, then those that stand under them. */
export const catalogue: readonly Kpi[] = [
  quotaAttainment,
  newCustomers,
  closings,
  grossProfitPerCustomer,
  salesExpenseRatio,
  revenueExpenseRatio,
  netRevenue,
  winningCustomers,
  lost,
  winRate,
];

export function kpiOf(key: FigureKey): Kpi {
  const found = catalogue.find((kpi) => kpi.key === key);
  if (!found) throw new Error(`no such figure: ${key}`);
  return found;
}
