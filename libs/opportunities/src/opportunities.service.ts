import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FunnelReader, lossReasons } from '@tandem/funnel';
import { actor, Clock, newId, type Id } from '@tandem/kernel';
import { OrganisationReader, PeopleReader } from '@tandem/people';
import { BookingsPoster } from './bookings-poster';
import { HandOffLog } from './hand-off-log';
import { Moments, type Moment } from './moments';
import { settled } from './opportunities.errors';
import type { HeldOpportunity } from './opportunities.repository';
import { OpportunityLog } from './opportunity-log';
import type { Backdated, LossWish, MoveWish, Opening, OpportunityEdit } from './opportunity-wishes';
import { OpportunityWork } from './opportunity-work';
import { ReferencesFinder } from './references-finder';
import { decideCancellation, decideLoss } from './rules/decide-loss';
import { decideEdit } from './rules/decide-edit';
import { decideMove } from './rules/decide-move';
import { decideOpening } from './rules/decide-opening';
import { decideOwner } from './rules/decide-owner';
import { decideReopening } from './rules/decide-reopening';
import type { MoveRow } from './rules/next-move-row';
import { readIn, stageOf } from './rules/stage-road';

type OpportunityId = Id<'opportunity'>;

/** Everything a person does to an opportunity; giving it to the other side is the business of hand-offs. */
@Injectable()
export class OpportunitiesService {
  constructor(
    private readonly database: Database,
    private readonly work: OpportunityWork,
    private readonly moments: Moments,
    private readonly references: ReferencesFinder,
    private readonly handOffs: HandOffLog,
    private readonly log: OpportunityLog,
    private readonly bookings: BookingsPoster,
    private readonly funnel: FunnelReader,
    private readonly people: PeopleReader,
    private readonly organisation: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  async open(opening: Opening): Promise<OpportunityId> {
    return this.database.write(async () => {
      const worker = actor();
      const ownerId = opening.ownerId ?? worker.personId;
      const owner = ownerId && (await this.people.findPerson(ownerId));
      const { reportingCurrency } = await this.organisation.get();
      const stages = readIn(actor().locale, await this.funnel.stages());
      const state = settled(decideOpening({ worker, stages, owner: owner || null, reportingCurrency }, opening));
      const references = await this.references.find(opening);
      const now = this.clock.now();
      const id = newId<'opportunity'>();
      await this.log.begin({
        ...state,
        id,
        name: opening.name,
        accountId: references.accountId ?? (await this.references.addAccount(opening.accountName)),
        contactId: null,
        productId: references.productId ?? null,
        stageClass: stageOf(stages, state.stageId).class,
        costMinor: null,
        bookingType: opening.bookingType,
        forecastCategory: null,
        marketingOwnerId: null,
        marketingTeamId: null,
        sourceId: references.sourceId ?? null,
        campaignId: references.campaignId ?? null,
        nextStep: opening.nextStep,
        nextStepDate: opening.nextStepDate,
        lossReason: null,
        createdAt: now,
        stageEnteredAt: now,
        version: 1,
        undoneAt: null,
      });
      return id;
    });
  }

  /** Moves it along its own side of the funnel, and gives it as it is then; entering the won class posts its booking. */
  async move(id: OpportunityId, seen: number, { at, ...wish }: MoveWish): Promise<HeldOpportunity> {
    return this.database.write(async () => {
      const { held, facts } = await this.work.on(id, seen);
      const wins = held.outcome === 'open' && facts.stages.some((to) => to.id === wish.toStageId && to.class === 'won');
      const when = wins
        ? await this.moments.settle(held, { at, closeDate: wish.closeDate })
        : await this.dated(held, at);
      const days = { ...wish, ...when, today: when.today ?? null };
      const { means, to, after } = settled(decideMove({ ...facts, opportunity: held }, days));
      const topic = means === 'win' ? 'opportunity.won' : 'opportunity.moved';
      const books = (move: MoveRow) => this.bookings.post(after, move);
      const story = { topic, ...noted(wish), ...atOf(when), ...(means === 'win' ? { books } : {}) };
      return this.log.record(held, { ...after, stageClass: to.class }, story);
    });
  }

  async lose(id: OpportunityId, seen: number, wish: LossWish): Promise<void> {
    await this.database.write(async () => {
      const { held } = await this.work.on(id, seen);
      const when = await this.moments.settle(held, wish);
      const after = settled(decideLoss(held, { ...wish, ...when, reasons: lossReasons }));
      const story = { topic: 'opportunity.lost', reasonKey: wish.reason, ...noted(wish), ...atOf(when) };
      await this.log.record(held, { ...after, lossReason: wish.reason }, story);
      await this.handOffs.closeOffer(held);
    });
  }

  /** It never was an opportunity, such as a duplicate: it leaves every rate but not the history. */
  async cancel(id: OpportunityId, seen: number, wish: Backdated & { readonly note: string }): Promise<void> {
    await this.database.write(async () => {
      const { held } = await this.work.on(id, seen);
      const when = await this.moments.settle(held, wish);
      const after = settled(decideCancellation(held, when.happenedOn));
      await this.log.record(held, after, { topic: 'opportunity.cancelled', note: wish.note, ...atOf(when) });
      await this.handOffs.closeOffer(held);
    });
  }

  /** Opens a closed one again; what was booked is taken back by lines dated on that day, the old period stays as it was. */
  async reopen(
    id: OpportunityId,
    seen: number,
    wish: Backdated & { readonly toStageId: Id<'stage'>; readonly note: string },
  ): Promise<void> {
    await this.database.write(async () => {
      const { held, facts } = await this.work.on(id, seen);
      const { to, after, reverses } = settled(decideReopening({ ...facts, opportunity: held }, wish.toStageId));
      const when = await this.dated(held, wish.at);
      const books = (move: MoveRow) => this.bookings.reverse(id, move);
      const story = {
        topic: 'opportunity.reopened',
        note: wish.note,
        ...atOf(when),
        ...(reverses ? { books } : {}),
      };
      await this.log.record(held, { ...after, stageClass: to.class, lossReason: null }, story);
    });
  }

  /** Changes facts by hand. Sending what is there already changes nothing, not even the version. */
  async edit(id: OpportunityId, seen: number, { ownerId, at, ...edit }: OpportunityEdit): Promise<void> {
    await this.database.write(async () => {
      const { held, side } = await this.work.on(id, seen);
      const owner = ownerId && ownerId !== held.ownerId ? await this.people.findPerson(ownerId) : undefined;
      const owned = owner === undefined ? {} : { owned: settled(decideOwner(actor(), owner, side)) };
      const references = await this.references.find(edit);
      const after = settled(decideEdit(held, { ...edit, ...references, ...owned }));
      const when = await this.dated(held, at);
      const changed = (Object.keys(after) as (keyof HeldOpportunity)[]).some((field) => after[field] !== held[field]);
      if (changed) await this.log.record(held, after, { topic: 'opportunity.edited', ...atOf(when) });
    });
  }

  /** What is true from now on needs no calendar. */
  private async dated(held: HeldOpportunity, at: Date | undefined): Promise<Partial<Moment>> {
    return at ? this.moments.settle(held, { at }) : {};
  }
}

const noted = ({ note }: { readonly note?: string }) => (note === undefined ? {} : { note });
const atOf = ({ at }: Partial<Moment>) => (at ? { at } : {});
