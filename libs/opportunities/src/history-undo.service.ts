import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import { Clock, type Id } from '@tandem/kernel';
import { BookingsPoster } from './bookings-poster';
import type { Outline } from './load-history.standing';
import { OpportunitiesRepository, type HeldOpportunity } from './opportunities.repository';
import { OpportunityLog } from './opportunity-log';
import { enteredAt } from './rules/effective-log';
import { stageOf } from './rules/stage-road';
import { takeBackRows } from './rules/take-back-rows';
import { trackedOf } from './rules/tracked-state';
import { workedBeside } from './worked-beside';

/** What was loaded of one opportunity: everything behind `seqBefore`, which left it at `versionAfter`. */
export interface LoadedPart {
  readonly id: Id<'opportunity'>;
  readonly seqBefore: number;
  readonly versionAfter: number;
  /** What the log does not follow, of an opportunity that was here before; null of one that was not. */
  readonly before: Outline | null;
}

/** Taken back, and at which version it is since; or why it was left as it is. */
export type TakenBack = { readonly version: number } | { readonly keptBecause: 'changed_since' };

/** Takes back what `HistoryLoader` wrote, one opportunity a call, inside the caller's transaction. */
@Injectable()
export class HistoryUndo {
  constructor(
    private readonly database: Database,
    private readonly repository: OpportunitiesRepository,
    private readonly funnel: FunnelReader,
    private readonly log: OpportunityLog,
    private readonly bookings: BookingsPoster,
    private readonly clock: Clock,
  ) {}

  /**
   * Withdraws each row it wrote, from the last to the first, and its bookings with them. As restated nothing of it ever was; as
   * reported it went today. What somebody has worked on since is left as it is.
   */
  async takeBack({ id, seqBefore, versionAfter, before }: LoadedPart): Promise<TakenBack> {
    const held = await this.repository.hold(id, { everything: true });
    if (!held || held.version !== versionAfter || (await this.isWorkedBeside(id)))
      return { keptBecause: 'changed_since' };
    const stages = await this.funnel.stages();
    const log = await this.repository.log(id);
    let now: HeldOpportunity = held;
    for (const { row, after, effective } of takeBackRows({ log, stages, present: held }, seqBefore)) {
      const isUnmade = effective.length === 0;
      const stageClass = stageOf(stages, after.stageId).class;
      const undoneAt = isUnmade ? this.clock.now() : null;
      now = await this.log.record(
        now,
        { ...now, ...trackedOf(after), lossReason: after.lossReason, stageClass, undoneAt },
        {
          topic: 'opportunity.withdrawn',
          correction: 'withdraw',
          correctsSeq: row.seq,
          stageEnteredAt: undoneAt ?? enteredAt(effective),
          told: { correctsSeq: row.seq },
          books: (move) => this.bookings.withdraw(id, row.id, move),
        },
      );
    }
    const outlined = before && (await this.survived(before));
    const isSame = !outlined || (Object.keys(outlined) as (keyof Outline)[]).every((key) => outlined[key] === now[key]);
    if (!isSame) now = await this.log.record(now, { ...now, ...outlined }, { topic: 'opportunity.restored' });
    return { version: now.version };
  }

  private async isWorkedBeside(id: Id<'opportunity'>): Promise<boolean> {
    const found = await this.database.query(`SELECT 1 FROM opportunity o WHERE o.id = ? AND ${workedBeside('o.id')}`, [
      bin(id),
    ]);
    return found.length > 0;
  }

  /** A customer that was merged meanwhile is the one it became. */
  private async survived(before: Outline): Promise<Outline> {
    const [found] = await this.database.query<{ accountId: Id<'account'> }>(
      'SELECT COALESCE(merged_into_id, id) AS accountId FROM account WHERE id = ? LOCK IN SHARE MODE',
      [bin(before.accountId)],
    );
    return { ...before, accountId: found?.accountId ?? null };
  }
}
