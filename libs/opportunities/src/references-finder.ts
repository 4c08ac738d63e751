import { Injectable } from '@nestjs/common';
import { Clock, newId, type Id } from '@tandem/kernel';
import { settled } from './opportunities.errors';
import { OpportunitiesRepository } from './opportunities.repository';
import { decideReferences, type WishedReferences } from './rules/decide-references';

/** What an opportunity is to point at: found, or made. */
@Injectable()
export class ReferencesFinder {
  constructor(
    private readonly repository: OpportunitiesRepository,
    private readonly clock: Clock,
  ) {}

  async find(wish: WishedReferences): Promise<WishedReferences> {
    const { accountId, productId, sourceId, campaignId } = wish;
    const wished = { accountId, productId, sourceId, campaignId };
    if (Object.values(wished).every((id) => id === undefined)) return {};
    const given = Object.fromEntries(Object.entries(wished).filter(([, id]) => id !== undefined)) as WishedReferences;
    return settled(decideReferences(given, await this.repository.findReferences(given)));
  }

  /** An account of a name, where no account is pointed at. */
  async addAccount(name: string | undefined): Promise<Id<'account'> | null> {
    if (name === undefined) return null;
    const id = newId<'account'>();
    await this.repository.addAccount({ id, name, createdAt: this.clock.now(), version: 1 });
    return id;
  }
}
