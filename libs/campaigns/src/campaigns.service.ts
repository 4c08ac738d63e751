import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { missing, newId, type Id, type PlainDate } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { CampaignsRepository } from './campaigns.repository';

export interface NewSource {
  readonly key: string;
  readonly name: string;
  readonly nameZh?: string | null;
}

export interface NewCampaign {
  readonly sourceId: Id<'source'>;
  readonly name: string;
  readonly nameZh?: string | null;
  readonly startsOn: PlainDate;
  readonly endsOn?: PlainDate | null;
}

@Injectable()
export class CampaignsService {
  constructor(
    private readonly database: Database,
    private readonly repository: CampaignsRepository,
    private readonly outbox: Outbox,
  ) {}

  /** The source of this key, made when there is none. */
  async ensureSource({ key, name, nameZh = null }: NewSource): Promise<Id<'source'>> {
    return this.database.write(async () => {
      const id = newId<'source'>();
      if (!(await this.repository.addSource({ id, key, name, nameZh }))) {
        const found = await this.repository.sourceByKey(key);
        if (found) return found;
        throw missing('source.missing', 'There is no such source.');
      }
      await this.outbox.record({ topic: 'source.added', subjectKind: 'source', subjectId: id, after: { key, name } });
      return id;
    });
  }

  /** The campaign of this name within its source, made when there is none. */
  async ensureCampaign({
    sourceId,
    name,
    nameZh = null,
    startsOn,
    endsOn = null,
  }: NewCampaign): Promise<Id<'campaign'>> {
    return this.database.write(async () => {
      if (!(await this.repository.lockSource(sourceId))) throw missing('source.missing', 'There is no such source.');
      const found = await this.repository.campaignByName(sourceId, name);
      if (found) return found;
      const id = newId<'campaign'>();
      await this.repository.addCampaign({ id, sourceId, name, nameZh, startsOn, endsOn });
      await this.outbox.record({
        topic: 'campaign.added',
        subjectKind: 'campaign',
        subjectId: id,
        after: { sourceId, name, startsOn },
      });
      return id;
    });
  }
}
