import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { AccountMergesReader } from '../account-merges.reader';
import type { Knowledge, Selected } from '../knowledge';
import { PastValuesReader, type FullBelonging } from '../past-values.reader';
import type { PipelineFilter } from './pipeline-question';

type Row = FullBelonging & { readonly id: string };

/** What opportunities belong to that the log of moves does not follow: account, source, campaign and product. */
@Injectable()
export class DealBelongingsReader {
  constructor(
    private readonly database: Database,
    private readonly past: PastValuesReader,
    private readonly merges: AccountMergesReader,
  ) {}

  /** As known by a moment; a merged account is the one it goes on as. */
  async of({ sql, parameters }: Selected, knowledge: Knowledge): Promise<Map<string, FullBelonging>> {
    const rows = await this.database.query<Row>(
      `SELECT o.id, o.account_id AS accountId, o.source_id AS sourceId, o.campaign_id AS campaignId, o.product_id AS productId
       FROM (${sql}) c JOIN opportunity o ON o.id = c.opportunity_id`,
      parameters,
    );
    const then = knowledge.by === null ? null : await this.past.belongings({ sql, parameters }, knowledge.by);
    const survived = await this.merges.survivors(knowledge);
    return new Map(
      rows.map(({ id, ...now }) => {
        const belonging = { ...now, ...then?.get(id) };
        const { accountId } = belonging;
        return [id, { ...belonging, accountId: accountId && (survived.get(accountId) ?? accountId) }];
      }),
    );
  }

  /** Those of the selected opportunities that a filter by source, campaign, product or segment leaves; null when it leaves all. */
  async fitting(selected: Selected, filter: PipelineFilter, knowledge: Knowledge): Promise<ReadonlySet<string> | null> {
    const { sourceId, campaignId, productId, segment } = filter;
    if ([sourceId, campaignId, productId, segment].every((wished) => wished === undefined)) return null;
    const belongings = await this.of(selected, knowledge);
    const accounts = segment === undefined ? null : await this.accountsIn(segment);
    const fits = (belonging: FullBelonging) =>
      (sourceId === undefined || sourceId === belonging.sourceId) &&
      (campaignId === undefined || campaignId === belonging.campaignId) &&
      (productId === undefined || productId === belonging.productId) &&
      (accounts === null || (belonging.accountId === null ? segment === null : accounts.has(belonging.accountId)));
    return new Set([...belongings].filter(([, belonging]) => fits(belonging)).map(([id]) => id));
  }

  private async accountsIn(segment: string | null): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ readonly id: string }>('SELECT id FROM account WHERE segment <=> ?', [
      segment,
    ]);
    return new Set(rows.map(({ id }) => id));
  }
}
