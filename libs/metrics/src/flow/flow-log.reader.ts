import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency } from '@tandem/kernel';
import { CorrectionsReader } from '../corrections.reader';
import { knownSql, type Knowledge, type Selected } from '../knowledge';
import type { Outcome } from '../rules/read-closings';
import { readMoves, type CorrectableMove } from '../rules/read-moves';
import type { FlowMove } from './rules/flow-move';

interface Row extends CorrectableMove {
  readonly opportunityId: string;
  readonly recordedAt: Date;
  readonly stageId: string;
  readonly outcome: Outcome;
  readonly ownerId: string;
  readonly teamId: string;
  readonly amount: string | null;
  readonly currency: Currency;
}

type WrittenRow = Omit<Row, 'isInferred' | 'isWithdrawal'> & { readonly precision: string };

/** Whole logs of opportunities, as a reading has them. */
@Injectable()
export class FlowLogReader {
  constructor(
    private readonly database: Database,
    private readonly corrections: CorrectionsReader,
  ) {}

  /** By opportunity, of those a query selects; what was recorded later than asked is not in it. */
  async logs(selected: Selected, { reading, by }: Knowledge): Promise<Map<string, FlowMove[]>> {
    const known = knownSql('m', by);
    const rows = await this.database.query<WrittenRow>(
      `SELECT m.opportunity_id AS opportunityId, m.seq, m.at, m.recorded_at AS recordedAt, m.stage_to_id AS stageId,
         m.outcome_to AS outcome, m.owner_to_id AS ownerId, m.team_to_id AS teamId, m.amount_to_minor AS amount, m.currency,
         m.at_precision AS \`precision\`
       FROM (${selected.sql}) c JOIN opportunity_move m ON m.opportunity_id = c.opportunity_id
       WHERE TRUE ${known.and} ORDER BY m.opportunity_id, m.seq`,
      [...selected.parameters, ...known.parameters],
    );
    const written = new Map<string, Row[]>();
    for (const row of rows) {
      const move = Object.assign(row, { isInferred: row.precision === 'inferred', isWithdrawal: false });
      const log = written.get(row.opportunityId);
      if (log) log.push(move);
      else written.set(row.opportunityId, [move]);
    }
    const corrections = await this.corrections.among(selected, by);
    return new Map(
      [...written].map(([opportunityId, log]) => {
        const corrected = corrections.get(opportunityId);
        return [opportunityId, (corrected ? readMoves(log, corrected, reading) : log).map(flowMove)];
      }),
    );
  }
}

const flowMove = ({ seq, at, recordedAt, stageId, outcome, ownerId, teamId, amount, currency, isInferred }: Row) => ({
  seq,
  at: at.getTime(),
  recordedAt: recordedAt.getTime(),
  stageId,
  outcome,
  ownerId,
  teamId,
  amountMinor: amount === null ? null : BigInt(amount),
  currency,
  isInferred,
});
