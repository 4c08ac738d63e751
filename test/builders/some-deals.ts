import { addDays, convert, date, money, type PlainDate } from '@tandem/kernel';
import {
  readTimeline,
  worthOf,
  type DealState,
  type LoggedDeal,
  type PipelineDeal,
  type WaterfallQuestion,
} from '@tandem/metrics';

/** The last millisecond of a day in UTC. */
export const endOf = (day: PlainDate): number => Date.parse(addDays(day, 1)) - 1;

export type DealStep = readonly [
  at: string,
  changes: Partial<Omit<LoggedDeal, 'closeDate' | 'amountMinor'>> & {
    readonly closes?: string | null;
    readonly amount?: bigint | null;
  },
];

/** A log such as `aLog(['2026-03-20', { amount: 100n, closes: '2026-05-10' }], ['2026-04-02', { outcome: 'won', amount: 120n }])`. */
export function aLog(...steps: readonly DealStep[]): LoggedDeal[] {
  const rows: LoggedDeal[] = [];
  for (const [at, { closes, amount, ...changes }] of steps) {
    const before = rows.at(-1);
    const row: LoggedDeal = {
      outcome: 'open',
      closeDate: null,
      amountMinor: null,
      currency: 'USD',
      ownerId: 'amy',
      teamId: 'north',
      stageId: 'propose',
      probability: null,
      isInferred: false,
      isWithdrawal: false,
      ...before,
      ...changes,
      bookedMinor: null,
      seq: rows.length + 1,
      at: new Date(at),
      ...(closes === undefined ? {} : { closeDate: closes === null ? null : date(closes) }),
      ...(amount === undefined ? {} : { amountMinor: amount }),
    };
    rows.push(
      row.outcome === 'won'
        ? { ...row, bookedMinor: 'bookedMinor' in changes ? changes.bookedMinor : bookedAt(row) }
        : row,
    );
  }
  return rows;
}

/** What a win books here: dollars as they are, euros at 1.2, anything else nothing. */
export function bookedAt({ amountMinor, currency }: LoggedDeal): bigint | null {
  if (amountMinor === null) return null;
  if (currency === 'USD') return amountMinor;
  return currency === 'EUR' ? convert(money(amountMinor, 'EUR'), 'USD', '1.2').amountMinor : null;
}

export const aDeal = (opportunityId: string, ...steps: readonly DealStep[]): PipelineDeal => ({
  opportunityId,
  timeline: readTimeline(aLog(...steps), [], { reading: 'restated', endOf }),
});

const ratesAtStart = new Map([['EUR', '1.1']]);
const ratesAtEnd = new Map([['EUR', '1.25']]);

/** The second quarter of 2026, of all teams, closing in it; euros are planned at 1.10 and in the next quarter at 1.25. */
export const secondQuarterPipeline = (wishes: Partial<WaterfallQuestion> = {}): WaterfallQuestion => ({
  from: Date.parse('2026-04-01'),
  until: Date.parse('2026-07-01'),
  closing: { from: date('2026-04-01'), until: date('2026-07-01') },
  isInScope: () => true,
  worth: (state: DealState) => worthOf(state, ratesAtStart, 'USD'),
  worthAtEnd: (state: DealState) => worthOf(state, ratesAtEnd, 'USD'),
  ...wishes,
});
