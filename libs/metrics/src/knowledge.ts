import type { Parameter } from '@tandem/database';
import type { Reading } from './rules/facts';

/** Which answer is asked for: by one of the two readings, and from what was recorded by an instant (null: from all there is). */
export interface Knowledge {
  readonly reading: Reading;
  readonly by: Date | null;
}

/** The condition that a row of a table with `recorded_at` was known, to be hung on other conditions; nothing when all is known. */
export const knownSql = (
  alias: string,
  by: Date | null,
): { readonly and: string; readonly parameters: readonly Parameter[] } =>
  by === null ? { and: '', parameters: [] } : { and: `AND ${alias}.recorded_at <= ?`, parameters: [by] };

/** A query of opportunities, as `opportunity_id`. */
export interface Selected {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** That a row of the log was known by a moment, and none after it; takes the moment twice. */
export const lastKnown = (alias: string): string =>
  `${alias}.recorded_at <= ? AND NOT EXISTS (SELECT 1 FROM opportunity_move later
     WHERE later.opportunity_id = ${alias}.opportunity_id AND later.seq > ${alias}.seq AND later.recorded_at <= ?)`;
