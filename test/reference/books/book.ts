import type { Day } from '../calendar';
import type { MoveRow } from '../history/history';
import type { Reading } from '../history/read-log';

/** Whose something is: of the person, team, office and source of its own moment. */
export interface Credit {
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly officeId: string | null;
  readonly sourceId: string | null;
}

/** A signed line of money on the day it counts. */
export interface Line extends Credit {
  readonly id: string;
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly day: Day;
  /** In the reporting currency; null without a rate. */
  readonly minor: bigint | null;
  /** Null is unknown. */
  readonly costMinor: bigint | null;
  /** Somebody ordered something by it. */
  readonly isSale: boolean;
}

export interface Closing extends Credit {
  readonly outcome: 'won' | 'lost';
  readonly sign: 1 | -1;
  readonly day: Day;
  readonly isRenewal: boolean;
  /** The row of the log that closed it. */
  readonly move: MoveRow;
}

export type Variant = 'first_order' | 'connected_new' | 'win_back';

export interface NewCustomer extends Credit {
  readonly variant: Variant;
  readonly accountId: string;
  readonly day: Day;
}

export interface Expense extends Credit {
  readonly day: Day;
  readonly side: 'sales' | 'marketing';
  readonly minor: bigint | null;
}

/** What one holder is to book in a period. */
export interface QuotaShare {
  readonly ofTeam: boolean;
  readonly personId: string | null;
  readonly teamId: string | null;
  readonly officeId: string | null;
  readonly minor: bigint;
  readonly isProrated: boolean;
}

/** What a question is narrowed to: an id, null for what has none, nothing for all. */
export interface Scope {
  readonly teamId?: string | null;
  readonly officeId?: string | null;
  readonly personId?: string | null;
  readonly sourceId?: string | null;
}

/** All that figures are made of, within one period and scope. */
export interface Book {
  readonly reading: Reading;
  readonly currency: string;
  /** The variant of new customers that both sides agreed to count. */
  readonly variant: Variant;
  readonly scope: Scope;
  readonly lines: readonly Line[];
  readonly closings: readonly Closing[];
  readonly newCustomers: readonly NewCustomer[];
  readonly expenses: readonly Expense[];
  readonly quotas: readonly QuotaShare[];
}
