import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { PlainDate } from '@tandem/kernel';

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

/** What was open at a moment, read from the log of moves, so that the agenda of a past week tells of that week. */
@Injectable()
export class OpenWorkReader {
  constructor(private readonly database: Database) {}

  opportunities(asOf: Date): Promise<OpenOpportunityRow[]> {
    return this.database.query(
      `SELECT o.id, o.name, a.name AS account, a.name_zh AS accountZh, p.name AS owner, p.name_zh AS ownerZh,
         t.id AS teamId, t.name AS team, t.name_zh AS teamZh, s.name AS stage, s.name_zh AS stageZh,
         s.owner_side AS stageSide, s.stale_days AS staleDays, m.currency, m.amount_to_minor AS amountMinor,
         m.close_date_to AS closeDate, entered.at AS stageEnteredAt, o.next_step AS nextStep, o.next_step_date AS nextStepDate
       FROM (SELECT opportunity_id, MAX(seq) AS seq FROM opportunity_move WHERE at <= ? GROUP BY opportunity_id) last
       JOIN opportunity_move m ON m.opportunity_id = last.opportunity_id AND m.seq = last.seq
       JOIN (SELECT opportunity_id, MAX(at) AS at FROM opportunity_move
             WHERE at <= ? AND (stage_from_id IS NULL OR stage_from_id <> stage_to_id) GROUP BY opportunity_id) entered
         ON entered.opportunity_id = m.opportunity_id
       JOIN opportunity o ON o.id = m.opportunity_id
       JOIN funnel_stage s ON s.id = m.stage_to_id
       JOIN person p ON p.id = m.owner_to_id
       JOIN team t ON t.id = m.team_to_id
       LEFT JOIN account a ON a.id = o.account_id
       WHERE m.outcome_to = 'open'`,
      [asOf, asOf],
    );
  }

  /** The amounts these opportunities had at an earlier moment; those that did not exist then are absent. */
  async amountsAt(
    moment: Date,
  ): Promise<ReadonlyMap<string, { readonly amountMinor: string | null; readonly currency: string }>> {
    const rows = await this.database.query<{ id: string; amountMinor: string | null; currency: string }>(
      `SELECT m.opportunity_id AS id, m.amount_to_minor AS amountMinor, m.currency
       FROM (SELECT opportunity_id, MAX(seq) AS seq FROM opportunity_move WHERE at <= ? GROUP BY opportunity_id) last
       JOIN opportunity_move m ON m.opportunity_id = last.opportunity_id AND m.seq = last.seq`,
      [moment],
    );
    return new Map(rows.map(({ id, ...amount }) => [id, amount]));
  }

  /** Hand-offs whose answer was overdue at a moment. */
  overdueHandOffs(asOf: Date): Promise<OverdueHandOffRow[]> {
    return this.database.query(
      `SELECT h.id, h.opportunity_id AS opportunityId, o.name AS opportunity, a.name AS account, a.name_zh AS accountZh,
         f.name AS \`from\`, f.name_zh AS fromZh, t.id AS toTeamId, t.name AS \`to\`, t.name_zh AS toZh, h.due_at AS dueAt,
         o.currency, o.amount_minor AS amountMinor
       FROM hand_off h JOIN opportunity o ON o.id = h.opportunity_id
       JOIN team f ON f.id = h.from_team_id JOIN team t ON t.id = h.to_team_id
       LEFT JOIN account a ON a.id = o.account_id
       WHERE h.offered_at <= ? AND h.due_at < ? AND (h.answered_at IS NULL OR h.answered_at > ?)
       ORDER BY h.due_at, h.id`,
      [asOf, asOf, asOf],
    );
  }
}
