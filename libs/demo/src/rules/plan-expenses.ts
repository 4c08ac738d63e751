import type { PlainDate } from '@tandem/kernel';
import type { Draw } from './draw';

export interface PlannedExpense {
  readonly on: PlainDate;
  readonly side: 'sales' | 'marketing';
  readonly category: 'people' | 'commission' | 'programmes' | 'promotion' | 'discounts' | 'tools';
  readonly amount: number;
  readonly team: string;
  readonly source: string | null;
}

/** Share of a usual month's revenue, the day of the month it is paid on, and what it is for. */
const lines = [
  { side: 'sales', category: 'people', share: 0.052, day: '05', team: 'taiwan_sales', source: null },
  { side: 'sales', category: 'people', share: 0.041, day: '05', team: 'overseas_sales', source: null },
  { side: 'sales', category: 'commission', share: 0.028, day: '10', team: 'taiwan_sales', source: null },
  { side: 'sales', category: 'discounts', share: 0.014, day: '20', team: 'taiwan_sales', source: null },
  { side: 'sales', category: 'promotion', share: 0.008, day: '15', team: 'overseas_sales', source: 'partner' },
  { side: 'sales', category: 'tools', share: 0.009, day: '01', team: 'taiwan_sales', source: null },
  { side: 'marketing', category: 'people', share: 0.034, day: '05', team: 'demand', source: null },
  { side: 'marketing', category: 'people', share: 0.017, day: '05', team: 'product_marketing', source: null },
  { side: 'marketing', category: 'programmes', share: 0.018, day: '12', team: 'demand', source: 'trade_show' },
  { side: 'marketing', category: 'programmes', share: 0.008, day: '18', team: 'product_marketing', source: 'webinar' },
  { side: 'marketing', category: 'promotion', share: 0.011, day: '08', team: 'demand', source: 'website' },
  { side: 'marketing', category: 'tools', share: 0.006, day: '01', team: 'demand', source: null },
] as const satisfies readonly (Omit<PlannedExpense, 'on' | 'amount'> & {
  readonly share: number;
  readonly day: string;
})[];

/** What both sides spent in each month (`2026-05`), up to today; pay hardly varies, the rest does. */
export function planExpenses(
  draw: Draw,
  months: readonly string[],
  today: PlainDate,
  usualMonth: number,
): PlannedExpense[] {
  return months
    .flatMap((month) =>
      lines.map(({ share, day, ...line }) => {
        const swing = line.category === 'people' ? 0.98 + draw.share() * 0.04 : 0.7 + draw.share() * 0.6;
        return {
          ...line,
          on: `${month}-${day}` as PlainDate,
          amount: Math.round((usualMonth * share * swing) / 100) * 100,
        };
      }),
    )
    .filter(({ on }) => on <= today);
}
