import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { PlainDate } from '@tandem/kernel';
import { CorrectionsReader } from '../corrections.reader';
import { knownSql, lastKnown, type Knowledge, type Selected } from '../knowledge';
import { PastValuesReader } from '../past-values.reader';
import { readMoves, type CorrectableMove } from '../rules/read-moves';

/** A row of the log with what being due hangs on, and whose the opportunity was then. */
export interface LoggedMove extends CorrectableMove {
  readonly stageId: string;
  readonly outcome: 'open' | 'won' | 'lost' | 'cancelled';
  readonly closeDate: PlainDate | null;
  readonly ownerId: string;
  readonly teamId: string;
}

export interface DealLog {
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly sourceId: string | null;
  /** As the reading has it, in the order of the log. */
  readonly moves: readonly LoggedMove[];
}

interface Row extends Omit<LoggedMove, 'isInferred' | 'isWithdrawal'> {
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly sourceId: string | null;
  readonly precision: string;
}

const chunk = 2_000;

/** Logs of opportunities that may have been due. */
@Injectable()
export class DealLogsReader {
  constructor(
    private readonly database: Database,
    private readonly corrections: CorrectionsReader,
    private readonly past: PastValuesReader,
  ) {}

  /** Of whatever may have been open at an instant: what is open, and what moved from then on. */
  openAt(instant: Date, knowledge: Knowledge): Promise<DealLog[]> {
    return this.logs(openAt(instant, knowledge), knowledge);
  }

  async of(opportunities: readonly string[], knowledge: Knowledge): Promise<DealLog[]> {
    const logs: DealLog[] = [];
    for (let from = 0; from < opportunities.length; from += chunk) {
      const ids = opportunities.slice(from, from + chunk).map((id) => bin(id));
      const selected = { sql: 'SELECT id AS opportunity_id FROM opportunity WHERE id IN (?)', parameters: [ids] };
      logs.push(...(await this.logs(selected, knowledge)));
    }
    return logs;
  }

  private async logs(selected: Selected, { reading, by }: Knowledge): Promise<DealLog[]> {
    const known = knownSql('m', by);
    const rows = await this.database.query<Row>(
      `SELECT m.opportunity_id AS opportunityId, m.seq, m.at, m.stage_to_id AS stageId, m.outcome_to AS outcome, m.close_date_to AS closeDate,
         m.owner_to_id AS ownerId, m.team_to_id AS teamId, m.at_precision AS \`precision\`, o.account_id AS accountId, o.source_id AS sourceId
       FROM (${selected.sql}) c JOIN opportunity o ON o.id = c.opportunity_id JOIN opportunity_move m ON m.opportunity_id = o.id
       WHERE TRUE ${known.and} ORDER BY m.opportunity_id, m.seq`,
      [...selected.parameters, ...known.parameters],
    );
    const corrections = await this.corrections.among(selected, by);
    const then = by === null ? null : await this.past.belongings(selected, by);
    const logs = new Map<string, Row[]>();
    for (const row of rows) {
      const log = logs.get(row.opportunityId);
      if (log) log.push(row);
      else logs.set(row.opportunityId, [row]);
    }
    return [...logs].map(([opportunityId, log]) => {
      const { accountId = null, sourceId = null } = { ...log[0], ...then?.get(opportunityId) };
      const written = log.map((row) => ({ ...row, isInferred: row.precision === 'inferred', isWithdrawal: false }));
      const corrected = corrections.get(opportunityId);
      return {
        opportunityId,
        accountId,
        sourceId,
        moves: corrected ? readMoves(written, corrected, reading) : written,
      };
    });
  }
}

function openAt(instant: Date, { by }: Knowledge): Selected {
  const known = knownSql('m', by);
  const moved = `SELECT m.opportunity_id FROM funnel_stage s JOIN opportunity_move m ON m.stage_to_id = s.id WHERE m.at >= ? ${known.and}`;
  const parameters = [instant, ...known.parameters];
  return by === null
    ? { sql: `SELECT id AS opportunity_id FROM opportunity WHERE outcome = 'open' UNION ${moved}`, parameters }
    : {
        sql: `SELECT m.opportunity_id FROM opportunity_move m WHERE m.outcome_to = 'open' AND ${lastKnown('m')} UNION ${moved}`,
        parameters: [by, by, ...parameters],
      };
}
