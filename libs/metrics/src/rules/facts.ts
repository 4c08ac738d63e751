import type { Currency, Period, PlainDate } from '@tandem/kernel';

/** Whose an event is: the person, team and source of its own moment, whoever moves later. */
export interface Credit {
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly officeId: string | null;
  readonly sourceId: string | null;
}

/** A signed money line as figures read it. */
export interface BookingFact extends Credit {
  readonly id: string;
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly date: PlainDate;
  /** In the line's own currency; only its sign matters here. */
  readonly amountMinor: bigint;
  /** In the reporting currency; null when no rate was known. */
  readonly reportingMinor: bigint | null;
  /** Direct cost in the reporting currency; null is unknown, which is not 0. */
  readonly costMinor: bigint | null;
  /** The line this one takes back, when it reverses another. */
  readonly reversesId: string | null;
  /** Another line takes this one back. */
  readonly isReversed: boolean;
  /** The day it counts on as restated, where it was booked on another: an adjustment, or a line that stands again. */
  readonly adjustsDate: PlainDate | null;
  /** No win booked it: a credit or an adjustment. */
  readonly isByHand: boolean;
  /** What all lines of its opportunity add up to, in their own currency: the win that stands with its credits and adjustments. */
  readonly worthMinor: bigint;
}

/** One entry into won or lost, or (sign −1) its being taken back. */
export interface ClosingEvent extends Credit {
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly outcome: 'won' | 'lost';
  readonly sign: 1 | -1;
  readonly date: PlainDate;
  readonly isRenewal: boolean;
}

export type NewCustomerVariant = 'first_order' | 'connected_new' | 'win_back';

/** A customer who became new in one of the three senses, credited like the booking that did it. */
export interface NewCustomer extends Credit {
  readonly variant: NewCustomerVariant;
  readonly accountId: string;
  readonly opportunityId: string;
  readonly bookingId: string;
  readonly date: PlainDate;
}

export interface ExpenseFact {
  readonly id: string;
  readonly date: PlainDate;
  readonly side: 'sales' | 'marketing';
  readonly category: string;
  readonly note: string | null;
  /** In the reporting currency; null when no rate was known. */
  readonly reportingMinor: bigint | null;
  readonly teamId: string | null;
  readonly officeId: string | null;
  readonly sourceId: string | null;
}

/** The part of a quota that falls into the period: of one team, or of one person. */
export interface QuotaShare {
  readonly id: string;
  readonly teamId: string | null;
  readonly personId: string | null;
  /** The team of the holder: itself, or the one a person belongs to. */
  readonly holderTeamId: string | null;
  readonly holderOfficeId: string | null;
  readonly amountMinor: bigint;
  /** A joiner or leaver carries it for a part of the period's working days only. */
  readonly isProrated: boolean;
}

/** What a question is narrowed to: an id, null for records without the attribute, nothing for all. */
export interface Scope {
  readonly teamId?: string | null | undefined;
  readonly officeId?: string | null | undefined;
  readonly personId?: string | null | undefined;
  readonly sourceId?: string | null | undefined;
}

/** Everything that happened over some time, as one reading of it has it. */
export interface Ledger {
  readonly reading: Reading;
  /** The reporting currency. */
  readonly currency: Currency;
  /** Which of the three variants the hand-off contract calls *the* number. */
  readonly newCustomerVariant: NewCustomerVariant;
  readonly bookings: readonly BookingFact[];
  readonly closings: readonly ClosingEvent[];
  readonly newCustomers: readonly NewCustomer[];
  readonly expenses: readonly ExpenseFact[];
}

/** What happened in one period within one scope; every KPI is computed from this alone. */
export interface Facts extends Ledger {
  readonly period: Period;
  readonly scope: Scope;
  readonly quotas: readonly QuotaShare[];
}

/** As restated: with what is known now, a reopened win is gone. As reported: each line stays on its own day. */
export type Reading = 'restated' | 'reported';
