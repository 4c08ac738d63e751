import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import type { TouchFacts } from './rules/decide-touch';
import { Touch } from './touch.entity';

type Named = Pick<TouchFacts, 'hasAccount' | 'survivor' | 'hasSource' | 'campaignSourceId'>;

interface Row {
  readonly hasAccount: number;
  readonly hasSource: number;
  readonly survivorId: Id<'account'> | null;
  readonly survivor: string | null;
  readonly campaignSourceId: Id<'source'> | null;
}

@Injectable()
export class TouchesRepository {
  constructor(private readonly database: Database) {}

  /** What a touch names; the account is held, so that no merge overtakes it. */
  async named({
    accountId,
    sourceId,
    campaignId,
  }: Pick<Touch, 'accountId' | 'campaignId' | 'sourceId'>): Promise<Named> {
    if (accountId)
      await this.database.query('SELECT id FROM account WHERE id = ? LOCK IN SHARE MODE', [bin(accountId)]);
    const [row] = await this.database.query<Row>(
      `SELECT EXISTS (SELECT 1 FROM account WHERE id = ?) AS hasAccount, EXISTS (SELECT 1 FROM source WHERE id = ?) AS hasSource,
         s.id AS survivorId, s.name AS survivor, (SELECT source_id FROM campaign WHERE id = ?) AS campaignSourceId
       FROM (SELECT 1 AS one) o LEFT JOIN account a ON a.id = ? LEFT JOIN account s ON s.id = a.merged_into_id`,
      [bin(accountId), bin(sourceId), bin(campaignId), bin(accountId)],
    );
    return {
      hasAccount: Number(row?.hasAccount) === 1,
      hasSource: Number(row?.hasSource) === 1,
      survivor: row?.survivorId ? { id: row.survivorId, name: row.survivor ?? '' } : null,
      campaignSourceId: row?.campaignSourceId ?? null,
    };
  }

  async add(touch: Touch): Promise<void> {
    await this.database.insert(Touch, touch);
  }
}
