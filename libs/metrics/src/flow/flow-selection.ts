import { bin } from '@tandem/database';
import { instantsOf, type Period, type Zone } from '@tandem/kernel';
import { knownSql, lastKnown, type Selected } from '../knowledge';
import type { Span } from '../rules/count-funnel';

/** Whoever has a row of the log within a span. */
export function movedIn(span: Span, stages: readonly { readonly id: string }[], by: Date | null): Selected {
  const known = knownSql('m', by);
  return {
    sql: `SELECT DISTINCT m.opportunity_id FROM opportunity_move m WHERE m.stage_to_id IN (?) AND m.at >= ? AND m.at < ? ${known.and}`,
    parameters: [stages.map(({ id }) => bin(id)), new Date(span.from), new Date(span.until), ...known.parameters],
  };
}

/** Whoever was won or lost with a close date in a period. */
export function closedIn(period: Pick<Period, 'from' | 'until'>, by: Date | null): Selected {
  const known = knownSql('m', by);
  return {
    sql: `SELECT DISTINCT m.opportunity_id FROM opportunity_move m
      WHERE m.outcome_to IN ('won','lost') AND m.close_date_to >= ? AND m.close_date_to < ? ${known.and}`,
    parameters: [period.from, period.until, ...known.parameters],
  };
}

/** Whoever is open; by a moment, whoever was by what was known then. */
export const openBy = (by: Date | null): Selected =>
  by === null
    ? { sql: `SELECT id AS opportunity_id FROM opportunity WHERE outcome = 'open'`, parameters: [] }
    : {
        sql: `SELECT m.opportunity_id FROM opportunity_move m WHERE m.outcome_to = 'open' AND ${lastKnown('m')}`,
        parameters: [by, by],
      };

/** The latest that were won before a day, as many as are enough to learn from. */
export function wonBefore(day: string, by: Date | null, most: number): Selected {
  const latest =
    by === null
      ? `SELECT id AS opportunity_id FROM opportunity WHERE outcome = 'won' AND close_date < ?
         ORDER BY close_date DESC, id DESC`
      : `SELECT m.opportunity_id FROM opportunity_move m WHERE m.outcome_to = 'won' AND m.close_date_to < ? AND ${lastKnown('m')}
         ORDER BY m.close_date_to DESC, m.opportunity_id DESC`;
  const parameters = by === null ? [day, most] : [day, by, by, most];
  return { sql: `SELECT opportunity_id FROM (${latest} LIMIT ?) w`, parameters };
}

/** Whoever any of several queries selects. */
export const anyOf = (...selections: readonly Selected[]): Selected => ({
  sql: selections.map(({ sql }) => `SELECT opportunity_id FROM (${sql}) s`).join(' UNION '),
  parameters: selections.flatMap(({ parameters }) => parameters),
});

/** A period as milliseconds. */
export function spanOf(period: Pick<Period, 'from' | 'until'>, zone: Zone): Span {
  const { from, until } = instantsOf(period, zone);
  return { from: from.getTime(), until: until.getTime() };
}
