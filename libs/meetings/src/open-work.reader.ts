import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { PlainDate } from '@tandem/kernel';
import { CorrectionsReader, readMoves } from '@tandem/metrics';

export interface OpenOpportunityRow {
  readonly id: string;
  readonly name: string;
  readonly account: string | null;
  readonly accountZh: string | null;
  readonly owner: string;
  readonly ownerZh: string | null;
  readonly teamId: string;
  readonly team: string;
  readonly teamZh: string | null;
  readonly stage: string;
  readonly stageZh: string | null;
  readonly stageSide: 'sales' | 'marketing';
  readonly staleDays: number | null;
  readonly currency: string;
  readonly amountMinor: string | null;
  readonly closeDate: PlainDate | null;
  readonly stageEnteredAt: Date;
  readonly nextStep: string | null;
  readonly nextStepDate: PlainDate | null;
}

export interface OverdueHandOffRow {
  readonly id: string;
  readonly opportunityId: string;
  readonly opportunity: string;
  readonly account: string | null;
  readonly accountZh: string | null;
  readonly from: string;
  readonly fromZh: string | null;
  readonly toTeamId: string;
  readonly to: string;
  readonly toZh: string | null;
  readonly dueAt: Date;
  readonly currency: string;
  readonly amountMinor: string | null;
}

/** A moment, and whether what was known at it was recorded here; else only what was learned later tells of it. */
export interface Then {
  readonly moment: Date;
  readonly isKnown: boolean;
}

/**
 * What was open at a moment, read from the log of moves, so that the agenda of a past week tells of that week: as it was known
 * then or, before the records began, as it turned out to have been.
 */
@Injectable()
export class OpenWorkReader {
  constructor(
    private readonly database: Database,
    private readonly corrections: CorrectionsReader,
  ) {}

  async opportunities(then: Then): Promise<OpenOpportunityRow[]> {
    const rows = await this.database.query<OpenOpportunityRow>(
      `SELECT o.id, o.name, a.name AS account, a.name_zh AS accountZh, p.name AS owner, p.name_zh AS ownerZh,
         t.id AS teamId, t.name AS team, t.name_zh AS teamZh, s.name AS stage, s.name_zh AS stageZh,
         s.owner_side AS stageSide, s.stale_days AS staleDays, m.currency, m.amount_to_minor AS amountMinor,
         m.close_date_to AS closeDate, entered.at AS stageEnteredAt, o.next_step AS nextStep, o.next_step_date AS nextStepDate
       FROM ${lastOf(then)} last
       JOIN opportunity_move m ON m.opportunity_id = last.opportunity_id AND m.seq = last.seq
       JOIN (SELECT opportunity_id, MAX(at) AS at FROM opportunity_move
             WHERE ${happenedBy(then)} AND (stage_from_id IS NULL OR stage_from_id <> stage_to_id) GROUP BY opportunity_id) entered
         ON entered.opportunity_id = m.opportunity_id
       JOIN opportunity o ON o.id = m.opportunity_id
       JOIN funnel_stage s ON s.id = m.stage_to_id
       JOIN person p ON p.id = m.owner_to_id
       JOIN team t ON t.id = m.team_to_id
       LEFT JOIN account a ON a.id = o.account_id
       WHERE m.outcome_to = 'open'`,
      [then.moment, then.moment],
    );
    const entered = then.isKnown ? await this.correctedEntries(then.moment) : new Map<string, Date>();
    return rows.map((row) => ({ ...row, stageEnteredAt: entered.get(row.id) ?? row.stageEnteredAt }));
  }

  /** The amounts these opportunities had at an earlier moment; those that did not exist then are absent. */
  async amountsAt(
    then: Then,
  ): Promise<ReadonlyMap<string, { readonly amountMinor: string | null; readonly currency: string }>> {
    const rows = await this.database.query<{ id: string; amountMinor: string | null; currency: string }>(
      `SELECT m.opportunity_id AS id, m.amount_to_minor AS amountMinor, m.currency
       FROM ${lastOf(then)} last JOIN opportunity_move m ON m.opportunity_id = last.opportunity_id AND m.seq = last.seq`,
      [then.moment],
    );
    return new Map(rows.map(({ id, ...amount }) => [id, amount]));
  }

  /** Hand-offs whose answer was overdue at a moment, with what was at stake then. */
  overdueHandOffs(then: Then): Promise<OverdueHandOffRow[]> {
    const { moment } = then;
    return this.database.query(
      `SELECT h.id, h.opportunity_id AS opportunityId, o.name AS opportunity, a.name AS account, a.name_zh AS accountZh,
         f.name AS \`from\`, f.name_zh AS fromZh, t.id AS toTeamId, t.name AS \`to\`, t.name_zh AS toZh, h.due_at AS dueAt,
         COALESCE(m.currency, o.currency) AS currency, m.amount_to_minor AS amountMinor
       FROM hand_off h JOIN opportunity o ON o.id = h.opportunity_id
       JOIN team f ON f.id = h.from_team_id JOIN team t ON t.id = h.to_team_id
       LEFT JOIN account a ON a.id = o.account_id
       LEFT JOIN opportunity_move m ON m.opportunity_id = o.id
         AND m.seq = (SELECT MAX(seq) FROM opportunity_move WHERE opportunity_id = o.id AND ${happenedBy(then)})
       WHERE h.offered_at <= ? AND h.due_at < ? AND (h.answered_at IS NULL OR h.answered_at > ?)
       ORDER BY h.due_at, h.id`,
      [moment, moment, moment, moment],
    );
  }

  /** Since when the opportunities whose log was corrected really stand in their stage. */
  private async correctedEntries(by: Date): Promise<Map<string, Date>> {
    const all = { sql: 'SELECT id AS opportunity_id FROM opportunity', parameters: [] };
    const corrections = await this.corrections.among(all, by);
    if (corrections.size === 0) return new Map();
    const rows = await this.database.query<{ opportunityId: string; seq: number; at: Date }>(
      `SELECT opportunity_id AS opportunityId, seq, at FROM opportunity_move
       WHERE opportunity_id IN (?) AND recorded_at <= ? AND (stage_from_id IS NULL OR stage_from_id <> stage_to_id)
       ORDER BY opportunity_id, seq`,
      [[...corrections.keys()].map((id) => bin(id)), by],
    );
    const entered = new Map<string, Date>();
    for (const [id, corrected] of corrections) {
      const log = rows.filter(({ opportunityId }) => opportunityId === id);
      const moves = log.map((row) => ({ ...row, isInferred: false, isWithdrawal: false }));
      const last = readMoves(moves, corrected, 'restated').at(-1);
      if (last) entered.set(id, last.at);
    }
    return entered;
  }
}

const happenedBy = ({ isKnown }: Then): string => (isKnown ? 'recorded_at <= ?' : 'at <= ? AND correction IS NULL');

const lastOf = (then: Then): string =>
  `(SELECT opportunity_id, MAX(seq) AS seq FROM opportunity_move WHERE ${happenedBy(then)} GROUP BY opportunity_id)`;
