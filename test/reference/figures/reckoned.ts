import type { Figure } from './answer';
import { closings } from './closings';
import { revenueExpenseRatio, salesExpenseRatio } from './expense-ratios';
import { grossProfitPerCustomer } from './gross-profit-per-customer';
import { lost } from './lost';
import { netRevenue } from './net-revenue';
import { newCustomers } from './new-customers';
import { quotaAttainment } from './quota-attainment';
import { winRate } from './win-rate';
import { winningCustomers } from './winning-customers';

/** Every figure the reference knows; whoever adds one to the catalogue adds its file here. */
export const reckoned: readonly Figure[] = [
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
