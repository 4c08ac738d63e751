import type { Id, Money, PlainDate } from '@tandem/kernel';

export const expenseSides = ['sales', 'marketing'] as const;
export type ExpenseSide = (typeof expenseSides)[number];

/** The one purse: people, commission, programmes, promotion, discounts given, tools. */
export const expenseCategories = ['people', 'commission', 'programmes', 'promotion', 'discounts', 'tools'] as const;
export type ExpenseCategory = (typeof expenseCategories)[number];

export interface NewExpense {
  readonly date: PlainDate;
  readonly side: ExpenseSide;
  readonly category: ExpenseCategory;
  /** What was spent; below 0 takes an earlier line back. */
  readonly amount: Money;
  readonly teamId?: Id<'team'> | null;
  readonly sourceId?: Id<'source'> | null;
  readonly campaignId?: Id<'campaign'> | null;
  readonly note?: string | null;
}
