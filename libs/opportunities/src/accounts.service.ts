import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor, Clock, newId, type Id } from '@tandem/kernel';
import { Outbox, type Happening } from '@tandem/outbox';
import { AccountsRepository, type HeldAccount } from './accounts.repository';
import { accountChangedMeanwhile, noAccount, settled } from './opportunities.errors';
import { decideMerge, type MergeableAccount } from './rules/decide-merge';

type AccountId = Id<'account'>;

/** Customers, who turn out to be one and the same. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly repository: AccountsRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Merges an account into another: its opportunities, contacts and children go over, what was booked stays where it was. */
  async merge(
    id: AccountId,
    seen: number,
    { intoAccountId, note }: { readonly intoAccountId: AccountId; readonly note: string },
  ): Promise<void> {
    await this.database.write(async () => {
      // Always in the same order, so that two merges of a pair wait for each other instead of meeting head on.
      const held = new Map<AccountId, HeldAccount | null>();
      for (const one of [...new Set([id, intoAccountId])].sort()) held.set(one, await this.repository.hold(one));
      const merged = held.get(id) ?? null;
      const into = held.get(intoAccountId) ?? null;
      if (!merged) throw noAccount(id);
      if (merged.version !== seen) throw accountChangedMeanwhile(merged, seen);
      const families = {
        above: into ? await this.repository.holdAbove(into) : [],
        aboveMerged: await this.repository.holdAbove(merged),
      };
      const [one, other] = [await this.mergeable(merged), into && (await this.mergeable(into))];
      const { parentId } = settled(decideMerge(one, other, families));
      const opportunities = await this.repository.holdOpportunities(id);
      const childIds = await this.repository.holdChildren(id);
      const mergedAt = this.clock.now();
      await this.repository.merge(
        {
          id: newId<'account_merge'>(),
          accountId: id,
          intoAccountId,
          mergedAt,
          mergedById: actor().personId,
          note: note || null,
        },
        parentId,
      );
      await this.outbox.record({
        topic: 'account.merged',
        subjectKind: 'account',
        subjectId: id,
        // Whoever asks for a day before the merge needs the families as they were.
        before: { ...merged, childIds, intoParentId: into?.parentId ?? null },
        after: { mergedIntoId: intoAccountId, note, parentId, opportunities: opportunities.length, version: seen + 1 },
        payload: { id, intoAccountId },
      });
      await this.outbox.recordAll(opportunities.map((opportunity) => wentOver(opportunity, id, intoAccountId)));
    });
  }

  private async mergeable(account: HeldAccount): Promise<MergeableAccount> {
    return { ...account, survivor: await this.repository.survivorOf(account) };
  }
}

const wentOver = (
  { id, version }: { readonly id: Id<'opportunity'>; readonly version: number },
  from: AccountId,
  to: AccountId,
): Happening => ({
  topic: 'opportunity.account_merged',
  subjectKind: 'opportunity',
  subjectId: id,
  before: { accountId: from, version },
  after: { accountId: to, version: version + 1 },
  payload: { id, version: version + 1 },
});
