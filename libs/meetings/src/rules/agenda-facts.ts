import type { PlainDate } from '@tandem/kernel';

/** What an item keeps: plain values only, because they are stored as JSON and worded later in each reader's language. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type ItemFacts = Readonly<Record<string, Json>>;

/** A name in the organisation's first language and, where there is one, in Traditional Chinese. */
export type Name = { readonly en: string; readonly zhTW: string | null };

/** Minor units as text, because JSON numbers end at 2^53. */
export type Amount = { readonly amountMinor: string; readonly currency: string };

export type FigureValue =
  | { readonly unit: 'ratio'; readonly ratio: string }
  | { readonly unit: 'count'; readonly count: number }
  | { readonly unit: 'money'; readonly money: Amount };

export const sections = ['actions', 'number', 'leaks', 'major', 'problems', 'voices', 'money', 'new'] as const;
export type Section = (typeof sections)[number];

/** A figure as it stood when the agenda was written. */
export type FigureFact = {
  readonly key: string;
  readonly period: string;
  readonly betterWhen: 'higher' | 'lower';
  /** It grows with the days of its period, so that only its pace can be compared between two days. */
  readonly additive: boolean;
  readonly value: FigureValue | null;
  readonly previous: FigureValue | null;
  readonly target: FigureValue | null;
  /** Value ÷ target as decimal text. */
  readonly attainment: string | null;
  /** Attainment ÷ share of the period's working days gone. */
  readonly pace: string | null;
  readonly standing: 'met' | 'ahead' | 'on_track' | 'behind' | 'missed' | null;
};

/** The conversion into one row of the funnel. */
export type ConversionFact = {
  readonly rowKey: string;
  readonly period: string;
  readonly from: Name;
  readonly to: Name;
  /** Shares as decimal text; null when there is nothing to divide by. */
  readonly rate: string | null;
  readonly previousRate: string | null;
  readonly mature: number;
  readonly converted: number;
  /** The difference to the period before lies outside the interval. */
  readonly changed: boolean;
};

export interface TeamFact {
  readonly id: string;
  readonly name: Name;
}

/** An opportunity that is open at the moment the agenda speaks of. */
export interface OpportunityFact {
  readonly id: string;
  readonly name: string;
  readonly account: Name | null;
  readonly owner: Name;
  readonly team: TeamFact;
  readonly stage: Name;
  readonly amount: Amount | null;
  /** In the reporting currency at the latest rate; null without an amount or a rate. */
  readonly reportingMinor: bigint | null;
  /** What the amount was at the meeting before, in the same currency; null when it is the same. */
  readonly amountBefore: Amount | null;
  /** How much it changed since then, in the reporting currency; null when it did not, or without a rate. */
  readonly reportingChange: bigint | null;
  readonly closeDate: PlainDate | null;
  readonly daysInStage: number;
  readonly staleDays: number | null;
  readonly stale: boolean;
  /** Days since the expected close date passed; null when it has not. */
  readonly daysSlipped: number | null;
  /** Sales has it and nobody knows what happens next: no next step, or its date has passed. */
  readonly lacksNextStep: boolean;
  readonly nextStepDate: PlainDate | null;
}

export interface HandOffFact {
  readonly id: string;
  readonly opportunityId: string;
  readonly opportunity: string;
  readonly account: Name | null;
  readonly from: Name;
  readonly to: TeamFact;
  readonly dueAt: string;
  readonly hoursLate: number;
  readonly reportingMinor: bigint | null;
}

/** An action agreed earlier: due at this meeting, or settled since the one before. */
export interface ActionFact {
  readonly id: string;
  readonly title: string;
  readonly owner: Name;
  readonly ownerId: string;
  readonly dueDate: PlainDate;
  readonly state: 'open' | 'done' | 'dropped';
  readonly figureKey: string | null;
  /** The figure it was meant to move, when it was agreed and now. */
  readonly before: FigureFact | null;
  readonly now: FigureFact | null;
}

/** An item of the meeting before that was left open. */
export interface LeftOpen {
  readonly id: string;
  readonly section: Section;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly facts: ItemFacts;
  /** Since when it was set aside for the next meeting; null for one that was not. */
  readonly parkedAt: Date | null;
  readonly carried: number;
  readonly addedById: string | null;
}

export interface MixFact {
  readonly period: string;
  readonly families: readonly { readonly family: string | null; readonly amount: Amount; readonly share: string }[];
  /** The families that are not named, together. */
  readonly others: { readonly count: number; readonly amount: Amount; readonly share: string } | null;
}
export interface PurseFact {
  readonly period: string;
  readonly sales: Amount;
  readonly marketing: Amount;
}

/** What one side said of the other in a week: 1.0 … 5.0, or null where it is not told. */
export interface SaidFact {
  readonly average: string | null;
  readonly count: number;
}

/** What sales said of the leads and marketing of the follow-up in the week before. */
export interface FeedbackFact {
  readonly weekStart: PlainDate;
  readonly leadQuality: SaidFact;
  readonly followUp: SaidFact;
}

/** Everything an agenda is written from. */
export interface AgendaFacts {
  readonly currency: string;
  readonly meetingDate: PlainDate;
  readonly actions: readonly ActionFact[];
  readonly leftOpen: readonly LeftOpen[];
  readonly figures: readonly FigureFact[];
  readonly conversions: readonly ConversionFact[];
  readonly opportunities: readonly OpportunityFact[];
  readonly handOffs: readonly HandOffFact[];
  readonly feedback: FeedbackFact | null;
  readonly mix: MixFact | null;
  readonly purse: PurseFact | null;
}

/** An item before it has a place. */
export interface DraftItem {
  readonly section: Section;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly facts: ItemFacts;
  readonly carried: number;
  readonly carriedFromId: string | null;
  readonly addedById: string | null;
}

export const draft = (section: Section, kind: string, subjectId: string | null, facts: ItemFacts): DraftItem => ({
  section,
  kind,
  subjectId,
  facts,
  carried: 0,
  carriedFromId: null,
  addedById: null,
});
