import type { DayNumber } from './calendar';

export type StageKey =
  | 'reach'
  | 'engage'
  | 'nurture'
  | 'qualify'
  | 'prospect'
  | 'define_needs'
  | 'propose'
  | 'negotiate'
  | 'implement'
  | 'retain'
  | 'refer';

/** One thing that happened to an opportunity; `price` is the part of its first price that is asked now, null while nobody has named one. */
export interface Step {
  readonly stage: StageKey;
  readonly outcome: 'open' | 'won' | 'lost' | 'cancelled';
  readonly side: 'marketing' | 'sales';
  readonly price: number | null;
  readonly closeDay: DayNumber | null;
  readonly at: Date;
  readonly reason: string | null;
}

export interface Offer {
  readonly offeredAt: Date;
  readonly dueAt: Date;
  readonly state: 'offered' | 'accepted' | 'rejected' | 'returned' | 'expired';
  readonly answeredAt: Date | null;
  readonly reason: string | null;
}

export interface Journey {
  readonly steps: readonly Step[];
  readonly offers: readonly Offer[];
}

/** Days in a stage and how likely it leads on. */
export const road: Readonly<Record<StageKey, { days: readonly [number, number]; on: number; next: StageKey | null }>> =
  {
    reach: { days: [2, 24], on: 0.84, next: 'engage' },
    engage: { days: [4, 24], on: 0.78, next: 'nurture' },
    nurture: { days: [8, 50], on: 0.72, next: 'qualify' },
    qualify: { days: [2, 14], on: 0.88, next: 'prospect' },
    prospect: { days: [2, 18], on: 0.79, next: 'define_needs' },
    define_needs: { days: [5, 28], on: 0.73, next: 'propose' },
    propose: { days: [5, 32], on: 0.7, next: 'negotiate' },
    negotiate: { days: [3, 24], on: 0.68, next: 'implement' },
    implement: { days: [20, 40], on: 0.85, next: 'retain' },
    retain: { days: [60, 150], on: 0.2, next: 'refer' },
    refer: { days: [1, 1], on: 0, next: null },
  };

/** What the first contract lets sales answer within, in working minutes, and marketing wait for, in days. */
export const responseMinutes = 240;
export const expiryDays = 14;

export const lossReasons: readonly (readonly [string, number])[] = [
  ['price', 26],
  ['competitor', 20],
  ['no_decision', 18],
  ['no_budget', 12],
  ['timing', 12],
  ['product_fit', 8],
  ['no_contact', 4],
];
export const earlyReasons: readonly (readonly [string, number])[] = [
  ['no_contact', 45],
  ['timing', 30],
  ['no_budget', 15],
  ['product_fit', 10],
];
