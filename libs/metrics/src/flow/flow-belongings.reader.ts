import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson } from '@tandem/database';
import type { Selected } from '../knowledge';

/** What an opportunity belongs to beside its owner and team; the log of moves does not follow it. */
export interface FlowBelonging {
  readonly accountId: string | null;
  /** The segment its account has today: nobody keeps the past of segments. */
  readonly segment: string | null;
  readonly sourceId: string | null;
  readonly campaignId: string | null;
  readonly productId: string | null;
  /** It never changes. */
  readonly bookingType: string;
}

/** By whose knowledge, and which accounts go on as which others. */
interface BelongingsQuestion {
  readonly knowledge: { readonly by: Date | null };
  readonly survived: ReadonlyMap<string, string>;
}

type Kept = Omit<FlowBelonging, 'segment' | 'bookingType'>;

const kept = ['accountId', 'sourceId', 'campaignId', 'productId'] as const satisfies readonly (keyof Kept)[];

/** So many accounts are asked for at once. */
const atOnce = 2_000;

/** What opportunities belonged to, by what was known; as restated a merged account is the one it goes on as. */
@Injectable()
export class FlowBelongingsReader {
  constructor(private readonly database: Database) {}

  async of(
    selected: Selected,
    { knowledge, survived }: BelongingsQuestion,
  ): Promise<ReadonlyMap<string, FlowBelonging>> {
    const rows = await this.database.query<Kept & { readonly id: string; readonly bookingType: string }>(
      `SELECT o.id, o.account_id AS accountId, o.source_id AS sourceId, o.campaign_id AS campaignId, o.product_id AS productId,
         o.booking_type AS bookingType
       FROM (${selected.sql}) c JOIN opportunity o ON o.id = c.opportunity_id`,
      selected.parameters,
    );
    const then = knowledge.by === null ? null : await this.before(selected, knowledge.by);
    const stood = rows.map((row) => {
      const past = { ...row, ...then?.get(row.id) };
      return { ...past, accountId: past.accountId === null ? null : (survived.get(past.accountId) ?? past.accountId) };
    });
    const segments = await this.segments(stood.map(({ accountId }) => accountId));
    return new Map(stood.map(({ id, ...row }) => [id, { ...row, segment: segments.get(row.accountId ?? '') ?? null }]));
  }

  /** The segments of accounts that have one. */
  async segments(accountIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(accountIds)].filter((id) => id !== null);
    const segments = new Map<string, string>();
    for (let from = 0; from < ids.length; from += atOnce) {
      const rows = await this.database.query<{ readonly id: string; readonly segment: string }>(
        'SELECT id, segment FROM account WHERE segment IS NOT NULL AND id IN (?)',
        [ids.slice(from, from + atOnce).map((id) => bin(id))],
      );
      for (const { id, segment } of rows) segments.set(id, segment);
    }
    return segments;
  }

  /** What was overwritten after a moment, as it was before its first change. */
  private async before({ sql, parameters }: Selected, by: Date): Promise<ReadonlyMap<string, Partial<Kept>>> {
    const rows = await this.database.query<{ readonly id: string; readonly before: unknown }>(
      `SELECT a.object_id AS id, a.before_state AS \`before\`
       FROM (${sql}) c JOIN audit_line a ON a.object_kind = 'opportunity' AND a.object_id = c.opportunity_id AND a.at > ?
       WHERE a.before_state IS NOT NULL ORDER BY a.at DESC, a.id DESC`,
      [...parameters, by],
    );
    const told = new Map<string, Partial<Kept>>();
    // From the last change back: what the first one after that moment says stands in the end.
    for (const { id, before } of rows) {
      const state = fromJson(before) as Partial<Kept>;
      const said = Object.fromEntries(kept.flatMap((key) => (state[key] === undefined ? [] : [[key, state[key]]])));
      told.set(id, { ...told.get(id), ...said });
    }
    return told;
  }
}
