import { Injectable } from '@nestjs/common';
import { FunnelReader, FunnelService } from '@tandem/funnel';
import type { Id } from '@tandem/kernel';
import { SetupService } from '@tandem/people';
import { company } from './outline/company';

/** What has to stand before anybody enters: the organisation and its funnel. */
@Injectable()
export class DemoStage {
  constructor(
    private readonly setup: SetupService,
    private readonly funnel: FunnelService,
    private readonly reader: FunnelReader,
  ) {}

  async build(): Promise<void> {
    await this.setup.ensureOrganisation({ ...company, holds: 'demo' });
    await this.funnel.ensureDefaultFunnel();
  }

  async stageNames(): Promise<ReadonlyMap<Id<'stage'>, { readonly en: string; readonly zhTW: string | null }>> {
    return new Map((await this.reader.stages()).map(({ id, name, nameZh }) => [id, { en: name, zhTW: nameZh }]));
  }
}
