import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency, Zone } from '@tandem/kernel';
import { CorrectionsReader } from '../corrections.reader';
import { knownSql, type Knowledge, type Selected } from '../knowledge';
import { lastMillisecondIn } from './last-millisecond';
import type { PipelineDeal } from './rules/move-pipeline';
import { readTimeline, type LoggedDeal } from './rules/read-timeline';

interface Row extends Omit<LoggedDeal, 'amountMinor' | 'bookedMinor' | 'isInferred' | 'isWithdrawal'> {
  readonly id: string;
  readonly opportunityId: string;
  readonly amount: string | null;
  readonly precision: string;
}

interface Line {
  readonly id: string;
  readonly moveId: string;
  readonly booked: string | null;
}

interface DealsQuestion {
  readonly knowledge: Knowledge;
  readonly zone: Zone;
  readonly currency: Currency;
}

/** Opportunities as series of states, read from the log of moves. */
@Injectable()
export class PipelineDealsReader {
  constructor(
    private readonly database: Database,
    private readonly corrections: CorrectionsReader,
  ) {}

  async timelines(selected: Selected, { knowledge, zone, currency }: DealsQuestion): Promise<PipelineDeal[]> {
    const { reading, by } = knowledge;
    const rows = await this.rows(selected, by);
    const booked = await this.booked(selected, currency, knowledge);
    const corrections = await this.corrections.among(selected, by);
    const endOf = lastMillisecondIn(zone);
    const logs = new Map<string, LoggedDeal[]>();
    for (const row of rows) {
      const log = logs.get(row.opportunityId);
      const move = loggedDeal(row, booked.get(row.id));
      if (log) log.push(move);
      else logs.set(row.opportunityId, [move]);
    }
    return [...logs].map(([opportunityId, log]) => ({
      opportunityId,
      timeline: readTimeline(log, corrections.get(opportunityId) ?? [], { reading, endOf }),
    }));
  }

  private rows({ sql, parameters }: Selected, by: Date | null): Promise<Row[]> {
    const known = knownSql('m', by);
    return this.database.query<Row>(
      `SELECT m.id, m.opportunity_id AS opportunityId, m.seq, m.at, m.at_precision AS \`precision\`, m.outcome_to AS outcome,
         m.close_date_to AS closeDate, m.amount_to_minor AS amount, m.currency, m.owner_to_id AS ownerId, m.team_to_id AS teamId,
         m.stage_to_id AS stageId, m.probability_to AS probability
       FROM (${sql}) c JOIN opportunity_move m ON m.opportunity_id = c.opportunity_id ${known.and} ORDER BY m.opportunity_id, m.seq`,
      [...parameters, ...known.parameters],
    );
  }

  /** By row of the log, what the win it is booked; as restated by the last known restatement. Credits and adjustments are not it. */
  private async booked(
    { sql, parameters }: Selected,
    currency: Currency,
    { reading, by }: Knowledge,
  ): Promise<Map<string, bigint | null>> {
    const lines = await this.database.query<Line>(
      `SELECT b.id, b.move_id AS moveId, IF(b.reporting_currency = ?, b.reporting_amount_minor, NULL) AS booked
       FROM (${sql}) c JOIN booking b ON b.opportunity_id = c.opportunity_id
       WHERE b.move_id IS NOT NULL AND b.reverses_id IS NULL AND b.credit_of_id IS NULL ORDER BY b.id DESC`,
      [currency, ...parameters],
    );
    const known = knownSql('s', by);
    const restated =
      reading === 'reported' || lines.length === 0
        ? []
        : await this.database.query<Pick<Line, 'id' | 'booked'>>(
            `SELECT s.booking_id AS id, s.reporting_amount_minor AS booked
             FROM booking_restatement s JOIN booking b ON b.id = s.booking_id
             WHERE b.reporting_currency = ? ${known.and} ORDER BY s.booking_id, s.revision`,
            [currency, ...known.parameters],
          );
    const values = new Map(restated.map(({ id, booked }) => [id, booked]));
    return new Map(lines.map(({ id, moveId, booked }) => [moveId, minor(values.get(id) ?? booked)]));
  }
}

const loggedDeal = ({ amount, precision, ...row }: Row, bookedMinor: LoggedDeal['bookedMinor']): LoggedDeal => ({
  seq: row.seq,
  at: row.at,
  isInferred: precision === 'inferred',
  isWithdrawal: false,
  outcome: row.outcome,
  closeDate: row.closeDate,
  amountMinor: minor(amount),
  currency: row.currency,
  ownerId: row.ownerId,
  teamId: row.teamId,
  stageId: row.stageId,
  probability: row.probability,
  bookedMinor,
});

const minor = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
