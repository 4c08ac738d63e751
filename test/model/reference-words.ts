import type { Line } from './reference-books';
import type { Coin, Row, State } from './reference-log';

/** The reference: opportunities, hand-offs, bookings and agendas by the words of the business, in plain maps. */
export interface Model {
  now: number;
  /** Days before it are closed. */
  lockedBefore: string;
  readonly deals: Map<string, Deal>;
  readonly offers: Map<string, Offer>;
  readonly accounts: Map<string, Account>;
  /** What the one foreign currency is worth, by the day it is worth so from. */
  readonly rates: Map<string, string>;
  /** Meeting days that have an agenda. */
  readonly agendas: Set<string>;
}
export interface Deal {
  state: State;
  version: number;
  /** Direct cost, in the currency of the amount; the log does not follow it. */
  cost: bigint | null;
  account: string | null;
  /** Marketing gave it away and still sees it. */
  shared: boolean;
  readonly log: Row[];
  readonly lines: Line[];
}
export interface Offer {
  readonly deal: string;
  readonly at: number;
  state: 'offered' | 'accepted' | 'rejected' | 'returned' | 'expired';
  version: number;
}
export interface Account {
  version: number;
  mergedInto: string | null;
}
export type Who = 'marketer' | 'rep' | 'officer';
export type Act =
  | ('open' | 'move' | 'lose' | 'cancel' | 'reopen' | 'edit' | 'assign' | 'offer' | 'accept' | 'reject' | 'return')
  | ('redate' | 'withdraw' | 'credit' | 'adjust' | 'lock' | 'merge' | 'rate' | 'restate' | 'expire' | 'plan');
/** What somebody does, with everything they say. */
export interface Op {
  readonly does: Act;
  readonly who: Who;
  readonly deal: string;
  readonly offer: string;
  readonly account: string | null;
  /** The account merged into, or the stage gone to. */
  readonly to: string;
  /** The version whoever acts has seen. */
  readonly seen: number;
  /** Null says nothing about the amount. */
  readonly amount: bigint | null;
  /** Null says nothing about the cost. */
  readonly cost: bigint | null;
  /** What the money is said in. */
  readonly coin: Coin;
  /** What is said to be unknown again. */
  readonly empties: readonly ('amount' | 'cost')[];
  /** The row of the log that is corrected. */
  readonly row: number;
  /** When it was true; null is now. */
  readonly at: number | null;
  readonly day: string;
  readonly rate: string;
}
/** What whoever acts is told; a refusal's exact wording is not the model's business. */
export type Verdict =
  | { readonly says: 'refused' | 'missing' | 'quiet' }
  | { readonly says: 'done' | 'stale'; readonly version: number; readonly state: string };

export const roads = {
  marketing: ['reach', 'engage', 'nurture', 'qualify'],
  sales: ['prospect', 'define_needs', 'propose', 'negotiate', 'implement', 'retain', 'refer'],
} as const;
export const wonStages: ReadonlySet<string> = new Set(['implement', 'retain', 'refer']);
export type Side = keyof typeof roads;
export const sideOf = (stage: string): Side => (roads.marketing.some((one) => one === stage) ? 'marketing' : 'sales');

export const hour = 3_600_000;
export const day = 24 * hour;
export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

export const newModel = (now: number): Model => ({
  now,
  lockedBefore: '2020-01-01',
  deals: new Map(),
  offers: new Map(),
  accounts: new Map(),
  rates: new Map(),
  agendas: new Set(),
});
