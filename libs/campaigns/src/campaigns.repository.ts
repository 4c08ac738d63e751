import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import type { Campaign } from './campaign.entity';
import type { Source } from './source.entity';

@Injectable()
export class CampaignsRepository {
  constructor(private readonly database: Database) {}

  /** False when a source of this key is there already. */
  async addSource({ id, key, name, nameZh }: Source): Promise<boolean> {
    const added = await this.database.run(
      'INSERT IGNORE INTO source (id, source_key, name, name_zh) VALUES (?, ?, ?, ?)',
      [bin(id), key, name, nameZh],
    );
    return added > 0;
  }

  async sourceByKey(key: string): Promise<Id<'source'> | null> {
    const [row] = await this.database.query<{ id: Id<'source'> }>('SELECT id FROM source WHERE source_key = ?', [key]);
    return row?.id ?? null;
  }

  /** Locks the source, so that two who ensure the same campaign come one after the other. */
  async lockSource(id: Id<'source'>): Promise<boolean> {
    return (await this.database.query('SELECT id FROM source WHERE id = ? FOR UPDATE', [bin(id)])).length > 0;
  }

  async campaignByName(sourceId: Id<'source'>, name: string): Promise<Id<'campaign'> | null> {
    const [row] = await this.database.query<{ id: Id<'campaign'> }>(
      'SELECT id FROM campaign WHERE source_id = ? AND name = ? LIMIT 1',
      [bin(sourceId), name],
    );
    return row?.id ?? null;
  }

  async addCampaign({ id, sourceId, name, nameZh, startsOn, endsOn }: Campaign): Promise<void> {
    await this.database.run(
      'INSERT INTO campaign (id, source_id, name, name_zh, starts_on, ends_on) VALUES (?, ?, ?, ?, ?, ?)',
      [bin(id), bin(sourceId), name, nameZh, startsOn, endsOn],
    );
  }
}
