import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { newId } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { defaultStages, firstContract } from './default-funnel';
import { FunnelReader } from './funnel.reader';
import { FunnelRepository } from './funnel.repository';

@Injectable()
export class FunnelService {
  constructor(
    private readonly database: Database,
    private readonly repository: FunnelRepository,
    private readonly reader: FunnelReader,
    private readonly outbox: Outbox,
  ) {}

  /** Lays the default stages and the first contract into an organisation that has no funnel yet; twice is the same as once. */
  async ensureDefaultFunnel(): Promise<void> {
    this.reader.forget();
    await this.database.write(async () => {
      if (await this.repository.isLaid()) return;
      const stages = defaultStages.map((outline, place) => ({ ...outline, id: newId<'stage'>(), position: place + 1 }));
      const added = await this.repository.addStages(stages);
      const signed = await this.repository.addContract({ ...firstContract, id: newId<'hand_off_contract'>() });
      if (added + signed > 0)
        await this.outbox.record({
          topic: 'funnel.laid',
          subjectKind: 'funnel',
          subjectId: null,
          after: { stages: added },
        });
    });
    this.database.afterCommit(() => this.reader.forget());
  }
}
