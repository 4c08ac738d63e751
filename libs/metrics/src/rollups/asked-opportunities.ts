import { bin, type Parameter } from '@tandem/database';

/** Records behind one id, up to another. */
export interface IdSpan {
  readonly after: string;
  readonly to: string;
}

/** Some opportunities by their ids, or a span of them, which the server finds in half the time. */
export type AskedOpportunities = readonly string[] | IdSpan;

/** What asks for them: a condition on the column that holds the id, and what stands for its `?`. */
export interface Among {
  readonly holds: (column: string) => string;
  readonly parameters: readonly Parameter[];
}

export const among = (asked: AskedOpportunities): Among =>
  'after' in asked
    ? {
        holds: (column) => `${column} > ? AND ${column} <= ?`,
        parameters: [bin(asked.after), bin(asked.to)],
      }
    : { holds: (column) => `${column} IN (?)`, parameters: [asked.map((id) => bin(id))] };
