import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { instantsOf, localDate, type PlainDate, type Zone } from '@tandem/kernel';
import type { Days, OfficeOf } from './booking-facts.reader';
import type { ClosingEvent, Reading } from './rules/facts';
import { readClosings, type OutcomeMove } from './rules/read-closings';

interface Row extends OutcomeMove {
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly sourceId: string | null;
  readonly bookingType: string;
  readonly at: Date;
}

interface ClosingsQuestion {
  readonly zone: Zone;
  readonly reading: Reading;
  readonly officeOf: OfficeOf;
}

/** Closings, read from the log of moves. */
@Injectable()
export class ClosingFactsReader {
  constructor(private readonly database: Database) {}

  /** The closings of every opportunity that closed (or, as reported, was reopened) in these days; some lie outside of them. */
  async closings(days: Days, { zone, reading, officeOf }: ClosingsQuestion): Promise<ClosingEvent[]> {
    const closings: ClosingEvent[] = [];
    for (const log of await this.logs(days, zone, reading)) {
      const [first] = log;
      if (!first) continue;
      const { opportunityId, accountId, sourceId, bookingType } = first;
      for (const { outcome, sign, date, ownerId, teamId } of readClosings(log, reading)) {
        const credit = { ownerId, teamId, officeId: officeOf(teamId), sourceId };
        closings.push({
          opportunityId,
          accountId,
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

  private async logs({ from, until }: Days, zone: Zone, reading: Reading): Promise<Row[][]> {
    const instants = instantsOf({ from, until }, zone);
    const reopened = `UNION SELECT opportunity_id FROM opportunity_move
      WHERE outcome_from IN ('won','lost') AND outcome_to <> outcome_from AND at >= ? AND at < ?`;
    const rows = await this.database.query<Omit<Row, 'on'>>(
      `SELECT m.opportunity_id AS opportunityId, m.seq, m.outcome_from AS outcomeFrom, m.outcome_to AS outcomeTo,
         m.close_date_to AS closeDateTo, m.at, m.owner_to_id AS ownerToId, m.team_to_id AS teamToId,
         o.account_id AS accountId, o.source_id AS sourceId, o.booking_type AS bookingType
       FROM (SELECT DISTINCT opportunity_id FROM opportunity_move
             WHERE outcome_to IN ('won','lost') AND close_date_to >= ? AND close_date_to < ?
             ${reading === 'reported' ? reopened : ''}) c
       JOIN opportunity_move m ON m.opportunity_id = c.opportunity_id
       JOIN opportunity o ON o.id = m.opportunity_id
       WHERE m.outcome_to IN ('won','lost') OR m.outcome_from IN ('won','lost')
       ORDER BY m.opportunity_id, m.seq`,
      [from, until, ...(reading === 'reported' ? [instants.from, instants.until] : [])],
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

/** Puts the local day of `at` beside it, where anybody asks for it: zone arithmetic is not free. */
const dated = (row: Omit<Row, 'on'>, zone: Zone): Row =>
  Object.assign(row, { on: isPlainClosing(row) ? row.closeDateTo : localDate(row.at, zone) });

const isPlainClosing = (row: Omit<Row, 'on'>): row is Omit<Row, 'on'> & { readonly closeDateTo: PlainDate } =>
  row.closeDateTo !== null && row.outcomeFrom === 'open';
