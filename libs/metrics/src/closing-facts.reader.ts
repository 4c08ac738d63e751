import { Injectable } from '@nestjs/common';
import { Database, type Parameter } from '@tandem/database';
import { instantsOf, localDate, type PlainDate, type Zone } from '@tandem/kernel';
import type { Days, OfficeOf } from './booking-facts.reader';
import { CorrectionsReader } from './corrections.reader';
import { knownSql, type Knowledge, type Selected } from './knowledge';
import { joinLostWith } from './lost-with';
import { PastValuesReader, type Belonging } from './past-values.reader';
import { closingsOf, type ClosingMove } from './rules/closings-of';
import type { ClosingEvent } from './rules/facts';

interface Row extends ClosingMove {
  readonly opportunityId: string;
  readonly accountNow: string | null;
  readonly sourceNow: string | null;
  readonly bookingType: string;
}

type WrittenRow = Omit<Row, 'on'>;

interface ClosingsQuestion {
  readonly zone: Zone;
  readonly knowledge: Knowledge;
  readonly officeOf: OfficeOf;
  /** The account a merged one goes on as. */
  readonly survived: ReadonlyMap<string, string>;
}

/** Closings, read from the log of moves. */
@Injectable()
export class ClosingFactsReader {
  constructor(
    private readonly database: Database,
    private readonly corrections: CorrectionsReader,
    private readonly past: PastValuesReader,
  ) {}

  /** The closings of every opportunity that closed (or, as reported, was reopened) in these days; some lie outside of them. */
  async closings(days: Days, { zone, knowledge, officeOf, survived }: ClosingsQuestion): Promise<ClosingEvent[]> {
    const { reading, by } = knowledge;
    const selected = closedIn(days, zone, knowledge);
    const logs = await this.logs(selected, zone, by);
    const corrections = await this.corrections.among(selected, by);
    const then = by === null ? null : await this.past.belongings(selected, by);
    const closings: ClosingEvent[] = [];
    for (const log of logs) {
      const [first] = log;
      if (!first) continue;
      const { opportunityId, bookingType, accountNow, sourceNow } = first;
      const now: Belonging = { accountId: accountNow, sourceId: sourceNow, ...then?.get(opportunityId) };
      const found = closingsOf(log, {
        corrections: corrections.get(opportunityId) ?? [],
        reading,
        zone,
        sourceNow: now.sourceId,
      });
      for (const { outcome, sign, date, ownerId, teamId, sourceId } of found) {
        const credit = { ownerId, teamId, officeId: officeOf(teamId), sourceId };
        closings.push({
          opportunityId,
          accountId: now.accountId === null ? null : (survived.get(now.accountId) ?? now.accountId),
          outcome,
          sign,
          date,
          isRenewal: bookingType === 'renewal',
          ...credit,
        });
      }
    }
    return closings;
  }

  private async logs(selected: Selected, zone: Zone, by: Date | null): Promise<Row[][]> {
    const known = knownSql('m', by);
    const rows = await this.database.query<WrittenRow>(
      `SELECT m.opportunity_id AS opportunityId, m.seq, m.outcome_from AS outcomeFrom, m.outcome_to AS outcomeTo,
         IF(m.outcome_from = m.outcome_to AND m.close_date_from <=> m.close_date_to, NULL, m.close_date_to) AS closeDateTo, m.at, m.owner_to_id AS ownerToId, m.team_to_id AS teamToId,
         o.account_id AS accountNow, o.source_id AS sourceNow, o.booking_type AS bookingType, b.id AS lineId, b.source_id AS lineSourceId,
         a.id AS auditId, CAST(JSON_VALUE(a.before_state, '$.sourceId') AS CHAR(36)) AS auditSourceId
       FROM (${selected.sql}) c
       JOIN opportunity_move m ON m.opportunity_id = c.opportunity_id
       JOIN opportunity o ON o.id = m.opportunity_id
       LEFT JOIN booking b ON b.move_id = m.id AND b.reverses_id IS NULL AND m.outcome_to = 'won'
       ${joinLostWith}
       WHERE (m.outcome_to IN ('won','lost') OR m.outcome_from IN ('won','lost')) ${known.and}
       ORDER BY m.opportunity_id, m.seq`,
      [...selected.parameters, ...known.parameters],
    );
    const logs: Row[][] = [];
    for (const row of rows) {
      const log = logs.at(-1);
      const move = dated(row, zone);
      if (log?.[0]?.opportunityId === row.opportunityId) log.push(move);
      else logs.push([move]);
    }
    return logs;
  }
}

/** Whoever closed with a date in these days or, as reported, was opened again in them, be it by a withdrawal. */
function closedIn({ from, until }: Days, zone: Zone, { reading, by }: Knowledge): Selected {
  const known = knownSql('m', by);
  const closed = `SELECT m.opportunity_id FROM opportunity_move m
    WHERE m.outcome_to IN ('won','lost') AND m.close_date_to >= ? AND m.close_date_to < ? ${known.and}`;
  const parameters: Parameter[] = [from, until, ...known.parameters];
  if (reading === 'restated') return { sql: `SELECT DISTINCT opportunity_id FROM (${closed}) d`, parameters };
  const instants = instantsOf({ from, until }, zone);
  const changed = `SELECT m.opportunity_id FROM funnel_stage s JOIN opportunity_move m ON m.stage_to_id = s.id
    WHERE m.at >= ? AND m.at < ? AND m.outcome_to <> m.outcome_from
      AND (m.outcome_from IN ('won','lost') OR m.correction = 'withdraw') ${known.and}`;
  return {
    sql: `${closed} UNION ${changed}`,
    parameters: [...parameters, instants.from, instants.until, ...known.parameters],
  };
}

/** Puts the local day of `at` beside it, where anybody asks for it: zone arithmetic is not free. */
const dated = (row: WrittenRow, zone: Zone): Row =>
  Object.assign(row, { on: isPlainClosing(row) ? row.closeDateTo : localDate(row.at, zone) });

const isPlainClosing = (row: WrittenRow): row is WrittenRow & { readonly closeDateTo: PlainDate } =>
  row.closeDateTo !== null && row.outcomeFrom === 'open';
