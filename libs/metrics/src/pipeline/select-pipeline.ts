import { bin, type Parameter } from '@tandem/database';
import type { Period } from '@tandem/kernel';
import type { Directory } from '../directory.reader';
import type { FigureRange } from '../figure';
import { knownSql, type Selected } from '../knowledge';
import type { Scope } from '../rules/facts';
import type { ClosingWish } from './pipeline-question';

interface Wanted {
  readonly period: Pick<Period, 'from' | 'until'>;
  readonly closing: ClosingWish;
  /** The first instant that is looked at. */
  readonly since: Date;
  readonly by: Date | null;
  readonly filter: Scope;
  readonly directory: Directory;
}

/**
 * The opportunities that can matter to a question about pipeline; more than do, never fewer. Null when the scope can hold none.
 *
 * Closing in the period: each row of the log is a whole state, so whoever was ever open with a close date in the period, or won in
 * it, has a row that says so, and the index of outcome and close date finds it. Any close date: what is open now, and what has moved
 * since the first instant.
 */
export function selectPipeline(wanted: Wanted): Selected | null {
  const held = heldBy(wanted.filter, wanted.directory);
  if (held === null) return null;
  return wanted.closing === 'in_period' ? dueIn(wanted, held) : openSince(wanted, held);
}

/**
 * The opportunities that may have been something else at the end of a span of days than at its start; more than were, never fewer. A
 * state begins when its row of the log was true, or, of a closing, at the end of its close date; corrected logs may be read otherwise.
 */
export function selectChanged({ range, until, by, stageIds }: Changed): Selected {
  const known = knownSql('m', by);
  // Stages written out: joined to their table, the index of entries would be read from one end to the other.
  return {
    sql: `SELECT m.opportunity_id FROM opportunity_move m WHERE m.stage_to_id IN (?) AND m.at >= ? AND m.at < ? ${known.and}
      UNION SELECT m.opportunity_id FROM opportunity_move m
        WHERE m.outcome_to IN ('won','lost','cancelled') AND m.close_date_to >= ? AND m.close_date_to < ? ${known.and}
      UNION SELECT m.opportunity_id FROM opportunity_move m WHERE m.corrects_seq > 0`,
    parameters: [
      stageIds.map((id) => bin(id)),
      range.fromInstant,
      until,
      ...known.parameters,
      range.from,
      range.until,
      ...known.parameters,
    ],
  };
}

interface Changed {
  readonly range: FigureRange;
  /** The end of the days, or of what there is of them. */
  readonly until: Date;
  readonly by: Date | null;
  /** All of them. */
  readonly stageIds: readonly string[];
}

/** Conditions that somebody of the scope had it: on its row of the log, and on the opportunity as it stands. */
interface Held {
  readonly moved: Selected;
  readonly stands: Selected;
}

const nothing: Selected = { sql: '', parameters: [] };

function heldBy({ personId, teamId, officeId }: Scope, { teams }: Directory): Held | null {
  if (personId === null || teamId === null) return null;
  const ofOffice =
    officeId === undefined ? null : [...teams].filter(([, team]) => team.officeId === officeId).map(([id]) => id);
  const ids = teamId === undefined ? ofOffice : [teamId].filter((id) => ofOffice === null || ofOffice.includes(id));
  if (ids?.length === 0) return null;
  const conditions = (alias: string, team: string, owner: string): Selected => ({
    sql: `${ids ? `AND ${alias}.${team} IN (?) ` : ''}${personId === undefined ? '' : `AND ${alias}.${owner} = ?`}`,
    parameters: [...(ids ? [ids.map((id) => bin(id))] : []), ...(personId === undefined ? [] : [bin(personId)])],
  });
  const row = conditions('h', 'team_to_id', 'owner_to_id');
  const hadIt = `AND EXISTS (SELECT 1 FROM opportunity_move h WHERE h.opportunity_id = m.opportunity_id ${row.sql})`;
  return {
    moved: row.parameters.length === 0 ? nothing : { sql: hadIt, parameters: row.parameters },
    stands: conditions('o', 'team_id', 'owner_id'),
  };
}

function dueIn({ period, by }: Wanted, { moved }: Held): Selected {
  const known = knownSql('m', by);
  return {
    sql: `SELECT DISTINCT m.opportunity_id FROM opportunity_move m
      WHERE m.outcome_to IN ('open','won') AND m.close_date_to >= ? AND m.close_date_to < ? ${known.and} ${moved.sql}`,
    parameters: [period.from, period.until, ...known.parameters, ...moved.parameters],
  };
}

/** Corrected logs are few and may have said otherwise before, and what was recorded after a past day may be closed by now. */
function openSince({ since, by }: Wanted, { moved, stands }: Held): Selected {
  const branches: readonly Selected[] = [
    {
      sql: `SELECT o.id AS opportunity_id FROM opportunity o WHERE o.outcome = 'open' ${stands.sql}`,
      parameters: stands.parameters,
    },
    {
      sql: `SELECT m.opportunity_id FROM funnel_stage s JOIN opportunity_move m ON m.stage_to_id = s.id WHERE m.at >= ? ${moved.sql}`,
      parameters: [since, ...moved.parameters],
    },
    { sql: 'SELECT m.opportunity_id FROM opportunity_move m WHERE m.corrects_seq > 0', parameters: [] },
    ...(by === null
      ? []
      : [
          {
            sql: `SELECT m.opportunity_id FROM opportunity_move m WHERE m.recorded_at > ? AND m.outcome_from = 'open' ${moved.sql}`,
            parameters: [by, ...moved.parameters] as readonly Parameter[],
          },
        ]),
  ];
  return {
    sql: branches.map(({ sql }) => sql).join(' UNION '),
    parameters: branches.flatMap(({ parameters }) => parameters),
  };
}
