import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import { cursorParts, idFrom, invalid, paged, type Id } from '@tandem/kernel';
import { PipelineReader } from '@tandem/opportunities';
import type { Touch } from './touch.entity';
import { noTouch } from './touches.errors';

/** A touch with the names a person knows it by. */
export interface TouchView extends Omit<Touch, 'actorId'> {
  readonly source: string | null;
  readonly sourceZh: string | null;
  readonly campaign: string | null;
  readonly campaignZh: string | null;
  readonly actorId: Id<'person'> | null;
  readonly actor: string | null;
  readonly actorZh: string | null;
}

export interface TouchQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly opportunityId?: Id<'opportunity'> | undefined;
  readonly accountId?: Id<'account'> | undefined;
}

const nothing = '00000000-0000-0000-0000-000000000000';

const views = `SELECT t.id, t.opportunity_id AS opportunityId, t.account_id AS accountId, t.source_id AS sourceId,
  t.campaign_id AS campaignId, t.side, t.kind, t.outcome, t.at, t.recorded_at AS recordedAt, t.actor_id AS actorId, s.name AS source, s.name_zh AS sourceZh,
  c.name AS campaign, c.name_zh AS campaignZh, p.name AS actor, p.name_zh AS actorZh
  FROM touch t LEFT JOIN source s ON s.id = t.source_id LEFT JOIN campaign c ON c.id = t.campaign_id LEFT JOIN person p ON p.id = t.actor_id`;

/** Contacts with one buyer. */
@Injectable()
export class TouchesReader {
  constructor(
    private readonly database: Database,
    private readonly pipeline: PipelineReader,
  ) {}

  /** Of one opportunity that whoever asks may see, or of one account without any opportunity; the latest first. */
  async list({ limit, cursor, opportunityId, accountId }: TouchQuery) {
    const [whose, id] = await this.whose(opportunityId, accountId);
    const place = cursorParts(cursor, 2);
    const at = new Date(Number(place?.[0] ?? 0) || 0);
    const behind: Parameter[] = place ? [at, at, bin(idFrom(String(place[1])) ?? nothing)] : [];
    const rows = await this.database.query<TouchView>(
      `${views} WHERE ${whose} ${place ? 'AND (t.at < ? OR (t.at = ? AND t.id < ?))' : ''} ORDER BY t.at DESC, t.id DESC LIMIT ?`,
      [bin(id), ...behind, limit + 1],
    );
    return paged(rows, limit, (row) => [row.at.getTime(), row.id]);
  }

  /** The one that was just recorded. */
  async get(id: Id<'touch'>): Promise<TouchView> {
    const [row] = await this.database.query<TouchView>(`${views} WHERE t.id = ?`, [bin(id)]);
    if (!row) throw noTouch();
    return row;
  }

  private async whose(opportunityId: TouchQuery['opportunityId'], accountId: TouchQuery['accountId']) {
    if ((opportunityId === undefined) === (accountId === undefined))
      throw invalid('touch.whose', 'Name one opportunity or one account whose touches are asked for.', {
        pointer: '/opportunityId',
      });
    if (opportunityId === undefined)
      return ['t.account_id = ? AND t.opportunity_id IS NULL', accountId ?? nothing] as const;
    await this.pipeline.get(opportunityId);
    return ['t.opportunity_id = ?', opportunityId] as const;
  }
}
