import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FlowDealsReader } from './flow-deals.reader';
import { knownSql, type Selected } from '../knowledge';
import { movedIn } from './flow-selection';
import { creditTo, type FlowSetting } from './flow-setting.reader';
import type { FlowCredit } from './rules/slice-flow';

export type LeadFate = 'touched' | 'waiting' | 'untouched';

/** An opportunity created in the period, and how long it waited for a human. */
export interface LeadCase extends FlowCredit {
  readonly opportunityId: string;
  readonly accountId: string | null;
  /** When it was created. */
  readonly at: number;
  readonly fate: LeadFate;
  /** Minutes on the wall from being known here until the first human touch; null without one. */
  readonly minutes: number | null;
}

const minute = 60_000;

/**
 * When a human first touched what was created in a period: a move, or the answer to an offer, recorded by a person; what an import
 * or the product itself writes touches nothing, nor does a correction. The clock runs from when the opportunity was recorded here, day and night.
 */
@Injectable()
export class FirstTouchesReader {
  constructor(
    private readonly database: Database,
    private readonly deals: FlowDealsReader,
  ) {}

  async leads(setting: FlowSetting): Promise<LeadCase[]> {
    const { asked, span, knowledge, stages } = setting;
    if (stages.length === 0) return [];
    const selected = movedIn(span, stages, knowledge.by);
    const touches = await this.touches(selected, knowledge.by, asked.now);
    return this.deals.cases(selected, setting, ({ opportunityId, log, belonging }): LeadCase[] => {
      const [created] = log;
      if (!created || created.isInferred || created.at < span.from || created.at >= span.until) return [];
      const touchedAt = touches.get(opportunityId)?.getTime() ?? null;
      const left = log.at(-1)?.outcome === 'open' ? 'waiting' : 'untouched';
      return [
        {
          ...creditTo(created, belonging, setting),
          opportunityId,
          accountId: belonging.accountId,
          at: created.at,
          fate: touchedAt === null ? left : 'touched',
          minutes: touchedAt === null ? null : (touchedAt - created.recordedAt) / minute,
        },
      ];
    });
  }

  private async touches({ sql, parameters }: Selected, by: Date | null, now: Date): Promise<ReadonlyMap<string, Date>> {
    const known = knownSql('m', by);
    const rows = await this.database.query<{ readonly id: string; readonly at: Date }>(
      `SELECT t.id, MIN(t.at) AS at FROM (
         SELECT m.opportunity_id AS id, m.recorded_at AS at
         FROM (${sql}) c JOIN opportunity_move m ON m.opportunity_id = c.opportunity_id
         WHERE m.seq > 1 AND m.origin = 'native' AND m.actor_id IS NOT NULL AND m.correction IS NULL ${known.and}
         UNION ALL
         SELECT h.opportunity_id AS id, h.answered_at AS at
         FROM (${sql}) c JOIN hand_off h ON h.opportunity_id = c.opportunity_id
         WHERE h.answered_by_id IS NOT NULL AND h.answered_at <= ?
       ) t GROUP BY t.id`,
      [...parameters, ...known.parameters, ...parameters, now],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }
}
