import { Injectable } from '@nestjs/common';
import { actor, Clock, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import type { HandOff } from './hand-off.entity';
import { HandOffsRepository } from './hand-offs.repository';
import { handOffChangedMeanwhile, noHandOff } from './opportunities.errors';

interface Ending {
  readonly state: Exclude<HandOff['state'], 'offered'>;
  readonly reasonKey?: string;
  readonly note?: string | undefined;
}

/** The one way a hand-off changes: held, its version checked, saved as the next version, told. */
@Injectable()
export class HandOffLog {
  constructor(
    private readonly repository: HandOffsRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Holds a hand-off at the version that was seen; its opportunity is held already. */
  async hold(id: Id<'hand_off'>, seen: number): Promise<HandOff> {
    const held = await this.repository.hold(id);
    if (!held) throw noHandOff(id);
    if (held.version !== seen) throw handOffChangedMeanwhile(held, seen);
    return held;
  }

  /** False when another offer of the same opportunity was faster. */
  async begin(handOff: HandOff): Promise<boolean> {
    if (!(await this.repository.add(handOff))) return false;
    await this.tell(null, handOff);
    return true;
  }

  /** Ends it. Giving an accepted one back keeps the moment of its acceptance, which is what the response time is measured by. */
  async end(before: HandOff, { state, reasonKey, note }: Ending): Promise<void> {
    const answered = before.state === 'offered' ? { answeredAt: this.clock.now(), answeredById: actor().personId } : {};
    const after: HandOff = {
      ...before,
      ...answered,
      state,
      openMark: null,
      reasonKey: reasonKey ?? before.reasonKey,
      note: note || before.note,
      version: before.version + 1,
    };
    if (!(await this.repository.save(after, before.version))) throw handOffChangedMeanwhile(before, before.version);
    await this.tell(before, after);
  }

  /** Ends the offer of an opportunity that was closed before anybody answered: it waits for nothing any more. */
  async closeOffer({ id, offered }: { readonly id: Id<'opportunity'>; readonly offered: boolean }): Promise<void> {
    const open = offered ? await this.repository.holdOpen(id) : null;
    if (open) await this.end(open, { state: 'returned', reasonKey: 'closed' });
  }

  private tell(before: HandOff | null, after: HandOff): Promise<void> {
    const { id, opportunityId, fromTeamId, toTeamId, version } = after;
    return this.outbox.record({
      topic: `hand_off.${after.state}`,
      subjectKind: 'hand_off',
      subjectId: id,
      ...(before ? { before } : {}),
      after,
      payload: { id, opportunityId, fromTeamId, toTeamId, version },
    });
  }
}
