import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { instantsOf, localDate, type PlainDate, type Zone } from '@tandem/kernel';
import type { Days } from './booking-facts.reader';
import type { ClosingEvent, Reading } from './rules/facts';
import { readClosings, type OutcomeMove } from './rules/read-closings';

type Row = Omit<OutcomeMove, 'on'> & {
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly sourceId: string | null;
  readonly bookingType: string;
  readonly at: Date;
};

/** A closing before its team is known to belong to an office. */
export type ClosingLine = Omit<ClosingEvent, 'officeId'>;

/** Closings, read from the log of moves. */
@Injectable()
export class ClosingFactsReader {
  constructor(private readonly database: Database) {}

  /** The closings of every opportunity that closed (or, as reported, was reopened) in these days; some lie outside of them. */
  async closings(days: Days, zone: Zone, reading: Reading): Promise<ClosingLine[]> {
    const closings: ClosingLine[] = [];
    for (const [opportunityId, log] of await this.logs(days, zone, reading)) {
      const [{ accountId, sourceId, bookingType } = { accountId: null, sourceId: null, bookingType: '' }] = log;
      const isRenewal = bookingType === 'renewal';
      const moves = log.map((row): OutcomeMove => ({ ...row, on: dayOf(row, zone) }));
      for (const closing of readClosings(moves, reading))
        closings.push({ ...closing, opportunityId, accountId, sourceId, isRenewal });
    }
    return closings;
  }

  private async logs({ from, until }: Days, zone: Zone, reading: Reading): Promise<Map<string, Row[]>> {
    const instants = instantsOf({ from, until }, zone);
    const reopened = `UNION SELECT opportunity_id FROM opportunity_move
      WHERE outcome_from IN ('won','lost') AND outcome_to <> outcome_from AND at >= ? AND at < ?`;
    const rows = await this.database.query<Row>(
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
    const logs = new Map<string, Row[]>();
    for (const row of rows) {
      const log = logs.get(row.opportunityId);
      if (log) log.push(row);
      else logs.set(row.opportunityId, [row]);
    }
    return logs;
  }
}

/** Only the day of a taking back is ever asked for, and zone arithmetic is not free. */
const dayOf = (row: Row, zone: Zone): PlainDate =>
  row.closeDateTo !== null && row.outcomeTo !== 'open' && row.outcomeFrom === 'open'
    ? row.closeDateTo
    : localDate(row.at, zone);
