import { Injectable, Logger } from '@nestjs/common';
import { Database, isOutage } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import { actor, Clock, newId, refused, type Id } from '@tandem/kernel';
import { addWorkingMinutes, CalendarReader, PeopleReader } from '@tandem/people';
import { HandOffLog } from './hand-off-log';
import type { HandOff } from './hand-off.entity';
import { HandOffsRepository } from './hand-offs.repository';
import { noHandOff, notReceiver, otherSide, settled } from './opportunities.errors';
import { OpportunitiesRepository, type HeldOpportunity } from './opportunities.repository';
import { OpportunityLog } from './opportunity-log';
import {
  decideAcceptance,
  decideOffer,
  decideReceiver,
  decideRejection,
  decideReturn,
  isExpired,
} from './rules/decide-hand-off';
import { decideOwner } from './rules/decide-owner';
import { mayAnswer, mayWork, seesEverything, type Worker } from './rules/may-work';
import { stageOf } from './rules/stage-road';

interface Offer {
  readonly toTeamId: Id<'team'>;
  readonly toPersonId?: Id<'person'>;
  readonly note?: string;
}

interface Refusing {
  readonly reason: string;
  readonly note?: string;
}

/** Marketing offers, sales answers. The opportunity is always held before its hand-off. */
@Injectable()
export class HandOffsService {
  private readonly logger = new Logger('HandOffs');

  constructor(
    private readonly database: Database,
    private readonly repository: HandOffsRepository,
    private readonly opportunities: OpportunitiesRepository,
    private readonly opportunityLog: OpportunityLog,
    private readonly log: HandOffLog,
    private readonly funnel: FunnelReader,
    private readonly people: PeopleReader,
    private readonly calendars: CalendarReader,
    private readonly clock: Clock,
  ) {}

  /** Offers an opportunity to a sales team; the answer is due in that team's own working time. */
  async offer(
    opportunityId: Id<'opportunity'>,
    seen: number,
    { toTeamId, toPersonId, note }: Offer,
  ): Promise<Id<'hand_off'>> {
    return this.database.write(async () => {
      const opportunity = await this.opportunityLog.hold(opportunityId, seen);
      const stage = stageOf(await this.funnel.stages(), opportunity.stageId);
      if (stage.ownerSide === 'marketing' && !mayWork(actor(), 'marketing')) throw otherSide('marketing');
      const toTeam = (await this.people.teams()).find(({ id }) => id === toTeamId) ?? null;
      const parties = settled(decideOffer({ opportunity, stage, toTeam, alreadyOffered: opportunity.offered }));
      const contract = await this.funnel.contract();
      const now = this.clock.now();
      const id = newId<'hand_off'>();
      const added = await this.log.begin({
        ...parties,
        id,
        opportunityId,
        contractId: contract.id,
        state: 'offered',
        toPersonId: toPersonId ? await this.receiver(toTeamId, toPersonId) : null,
        offeredById: actor().personId,
        offeredAt: now,
        dueAt: addWorkingMinutes(await this.calendars.forTeam(toTeamId), now, contract.responseMinutes),
        answeredById: null,
        answeredAt: null,
        reasonKey: null,
        note: note || null,
        openMark: 1,
        version: 1,
      });
      if (!added)
        throw refused('hand_off.already_offered', 'It is being offered already: wait for the answer to that hand-off.');
      return id;
    });
  }

  /** Takes the opportunity over, for oneself, for a named member of the receiving team, or else for whom it is meant. */
  async accept(id: Id<'hand_off'>, seen: number, ownerId?: Id<'person'>): Promise<void> {
    await this.database.write(async () => {
      const { handOff, opportunity } = await this.answering(id, seen);
      const owner = await this.ownerFor(handOff, ownerId);
      const stages = await this.funnel.stages();
      const { to, after } = settled(decideAcceptance(handOff, opportunity, { stages, ownerId: owner }));
      await this.opportunityLog.record(opportunity, { ...after, stageClass: to.class }, { topic: 'opportunity.moved' });
      await this.log.end(handOff, { state: 'accepted' });
    });
  }

  async reject(id: Id<'hand_off'>, seen: number, { reason, note }: Refusing): Promise<void> {
    await this.database.write(async () => {
      const { handOff } = await this.answering(id, seen);
      const { rejectionReasons } = await this.funnel.contractOf(handOff.contractId);
      settled(decideRejection(handOff, reason, rejectionReasons));
      await this.log.end(handOff, { state: 'rejected', reasonKey: reason, note });
    });
  }

  /** Gives an accepted opportunity back to marketing. */
  async giveBack(id: Id<'hand_off'>, seen: number, { reason, note }: Refusing): Promise<void> {
    await this.database.write(async () => {
      const { handOff, opportunity } = await this.answering(id, seen);
      const { rejectionReasons } = await this.funnel.contractOf(handOff.contractId);
      const wish = { stages: await this.funnel.stages(), reason, reasons: rejectionReasons };
      const { to, after } = settled(decideReturn(handOff, opportunity, wish));
      const story = { topic: 'opportunity.moved', reasonKey: reason, ...(note ? { note } : {}) };
      await this.opportunityLog.record(opportunity, { ...after, stageClass: to.class }, story);
      await this.log.end(handOff, { state: 'returned', reasonKey: reason, note });
    });
  }

  /** Ends the offers that nobody answered within the days of their contract; says how many. Safe to run twice. */
  async expireDue(now: Date): Promise<number> {
    let expired = 0;
    for (const id of await this.repository.expirable(now, 500)) {
      try {
        if (await this.database.write(() => this.expire(id, now))) expired += 1;
      } catch (error) {
        // One that cannot be ended holds up no other; a database that is away holds up all.
        if (isOutage(error)) throw error;
        this.logger.error(`The offer ${id} could not be ended: ${(error as Error).stack ?? String(error)}`);
      }
    }
    return expired;
  }

  private async expire(id: Id<'hand_off'>, now: Date): Promise<boolean> {
    const parties = await this.repository.parties(id);
    if (!parties) return false;
    await this.opportunities.hold(parties.opportunityId, { everything: true });
    const handOff = await this.repository.hold(id);
    if (!handOff) return false;
    const { expiryDays } = await this.funnel.contractOf(handOff.contractId);
    if (!isExpired(handOff, expiryDays, now)) return false;
    await this.log.end(handOff, { state: 'expired' });
    return true;
  }

  private async answering(
    id: Id<'hand_off'>,
    seen: number,
  ): Promise<{ handOff: HandOff; opportunity: HeldOpportunity }> {
    const worker = actor();
    const parties = await this.repository.parties(id);
    if (!parties || !isParty(worker, parties)) throw noHandOff(id);
    if (!mayAnswer(worker, parties)) throw notReceiver();
    const opportunity = await this.opportunities.hold(parties.opportunityId, { everything: true });
    if (!opportunity) throw noHandOff(id);
    return { handOff: await this.log.hold(id, seen), opportunity };
  }

  private async receiver(toTeamId: Id<'team'>, personId: Id<'person'>): Promise<Id<'person'>> {
    return settled(decideReceiver(toTeamId, await this.people.findPerson(personId))).toPersonId;
  }

  private async ownerFor({ toTeamId, toPersonId }: HandOff, named: Id<'person'> | undefined): Promise<Id<'person'>> {
    const worker = actor();
    const ownerId = named ?? (worker.teamId === toTeamId ? worker.personId : toPersonId);
    if (!ownerId)
      throw refused('hand_off.owner_needed', 'Say who in the receiving team is to own it.', { pointer: '/ownerId' });
    const receiver: Worker = { role: 'manager', side: 'sales', teamId: toTeamId };
    return settled(decideOwner(receiver, await this.people.findPerson(ownerId), 'sales')).ownerId;
  }
}

const isParty = (
  worker: Worker,
  { fromTeamId, toTeamId }: { readonly fromTeamId: string; readonly toTeamId: string },
): boolean => seesEverything(worker) || worker.teamId === fromTeamId || worker.teamId === toTeamId;
