import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Campaign } from './campaign.entity';
import type { Source } from './source.entity';

/** Where opportunities come from. */
@Injectable()
export class CampaignsReader {
  constructor(private readonly database: Database) {}

  async sources(): Promise<readonly Source[]> {
    return this.database.query<Source>(
      'SELECT id, source_key AS `key`, name, name_zh AS nameZh FROM source ORDER BY name, id',
    );
  }

  /** The newest first. */
  async campaigns(): Promise<readonly Campaign[]> {
    return this.database.query<Campaign>(
      `SELECT id, source_id AS sourceId, name, name_zh AS nameZh, starts_on AS startsOn, ends_on AS endsOn
       FROM campaign ORDER BY starts_on DESC, name, id`,
    );
  }
}
