import type { Ask } from './ask';
import type { Known } from './known';

/**
 * Rows that checks look at, cut into spans of their key. Whatever a check needs to know of a row is found by the same
 * statement, so that one consistent view is enough and the next span may well be looked at a moment later.
 */
export interface Rows {
  readonly name: string;
  /** What follows FROM; each row of the first table appears once. `most` is what `measured` found. */
  readonly from: (most: number) => string;
  /** A number of the span that has to be known before, as an aggregate over the table of the key. */
  readonly measured?: string;
  /** The column that spans are cut on, and the table whose index lists it in order. */
  readonly key: {
    readonly column: string;
    readonly table: string;
    readonly name: string;
    readonly is: 'id' | 'number';
  };
  /** How many values of the key one span has. */
  readonly span: number;
  /** How a row is named to whoever has to look at it. */
  readonly named: Readonly<Record<string, string>>;
}

/** A sentence in SQL that must be true of every row; a row it is not true of, or unknown, does not fit. */
export interface RowRule {
  readonly of: Rows;
  readonly holds: string | ((known: Known) => string);
}

/** What is said about a row that does not fit: enough to find it. */
export type Example = Readonly<Record<string, string | number | null>>;

/** What one look found. */
export interface Found {
  /** How many rows were looked at. */
  readonly looked: number;
  /** How many of them do not fit. */
  readonly violations: number;
  /** The first of these. */
  readonly examples: readonly Example[];
}

/** A question that no sentence about single rows can put. */
export type Question = (ask: Ask, known: Known) => Promise<Found>;

/** One law of the records. What it says in words and what to do stands in the texts under its id. */
export interface Check {
  /** As the documentation numbers them: `I5`, or `I14-credits` for a part. */
  readonly id: string;
  readonly rules: readonly RowRule[];
  readonly questions: readonly Question[];
}

/** Examples kept of each check. */
export const mostExamples = 20;

export const rowCheck = <Id extends string>(id: Id, ...rules: readonly RowRule[]) =>
  ({ id, rules, questions: [] }) as const satisfies Check;

export const questionCheck = <Id extends string>(id: Id, ...questions: readonly Question[]) =>
  ({ id, rules: [], questions }) as const satisfies Check;
