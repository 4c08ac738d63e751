import { Injectable } from '@nestjs/common';
import { Database, type Parameter } from '@tandem/database';
import { addDays, type PlainDate } from '@tandem/kernel';
import { CorrectionsReader } from '../corrections.reader';
import { knownSql, lastKnown, type Knowledge, type Selected } from '../knowledge';
import { readMoves, type CorrectableMove } from '../rules/read-moves';
import type { StageMove } from '../rules/find-entries';
import type { DecidedDeal } from './rules/learn-chances';

/** Every season once. */
const lookBackDays = 365;
/** The latest are enough to learn from, and all of a large house are too many to read for every question. */
const mostDeals = 5_000;

interface MoveRow extends Omit<StageMove, 'at' | 'isInferred'>, CorrectableMove {
  readonly opportunityId: string;
  readonly endedAs: 'won' | 'lost';
}

type WrittenMove = Omit<MoveRow, 'isInferred' | 'isWithdrawal'>;

/** Opportunities that were decided, with the stages they went through: what probabilities are learned from. */
@Injectable()
export class DecidedDealsReader {
  constructor(
    private readonly database: Database,
    private readonly corrections: CorrectionsReader,
  ) {}

  /** The latest of those won or lost within the 365 days up to a day, 5,000 at most, as they were known. */
  async until(day: PlainDate, { reading, by }: Knowledge): Promise<DecidedDeal[]> {
    const selected = decidedBy(day, by);
    const known = knownSql('m', by);
    const rows = await this.database.query<WrittenMove>(
      `SELECT c.outcome AS endedAs, m.opportunity_id AS opportunityId, m.seq, m.at, m.stage_to_id AS stageId, m.outcome_to AS outcome,
         m.owner_to_id AS ownerId, m.team_to_id AS teamId
       FROM (${selected.sql}) c JOIN opportunity_move m ON m.opportunity_id = c.opportunity_id
       WHERE (m.stage_from_id IS NULL OR m.stage_from_id <> m.stage_to_id) ${known.and} ORDER BY m.opportunity_id, m.seq`,
      [...selected.parameters, ...known.parameters],
    );
    const logs = new Map<string, MoveRow[]>();
    for (const row of rows) {
      const move = Object.assign(row, { isInferred: false, isWithdrawal: false });
      const log = logs.get(row.opportunityId);
      if (log) log.push(move);
      else logs.set(row.opportunityId, [move]);
    }
    const corrections = await this.corrections.among(selected, by);
    return [...logs].map(([opportunityId, log]) => {
      const corrected = corrections.get(opportunityId);
      return {
        isWon: log[0]?.endedAs === 'won',
        log: (corrected ? readMoves(log, corrected, reading) : log).map(stageMove),
      };
    });
  }
}

/** By how they stand, or by how they stood when a moment was over; won and lost ones are found apart, because each has its index. */
function decidedBy(day: PlainDate, by: Date | null): Selected {
  const latest = (outcome: 'won' | 'lost') =>
    by === null
      ? `SELECT id AS opportunity_id, outcome, close_date AS closed_on FROM opportunity
         WHERE outcome = '${outcome}' AND close_date > ? AND close_date <= ? ORDER BY close_date DESC, id DESC LIMIT ${mostDeals}`
      : `SELECT m.opportunity_id, m.outcome_to AS outcome, m.close_date_to AS closed_on FROM opportunity_move m
         WHERE m.outcome_to = '${outcome}' AND m.close_date_to > ? AND m.close_date_to <= ? AND ${lastKnown('m')}
         ORDER BY m.close_date_to DESC, m.opportunity_id DESC LIMIT ${mostDeals}`;
  const span: Parameter[] = [addDays(day, -lookBackDays), day, ...(by === null ? [] : [by, by])];
  return {
    sql: `SELECT opportunity_id, outcome FROM ((${latest('won')}) UNION ALL (${latest('lost')})) d
      ORDER BY closed_on DESC, opportunity_id DESC LIMIT ${mostDeals}`,
    parameters: [...span, ...span],
  };
}

const stageMove = ({ at, stageId, outcome, ownerId, teamId }: MoveRow): StageMove => ({
  at: at.getTime(),
  stageId,
  outcome,
  ownerId,
  teamId,
});
