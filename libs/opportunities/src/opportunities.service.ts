import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FunnelReader, lossReasons } from '@tandem/funnel';
import { actor, Clock, localDate, newId, type Id, type PlainDate } from '@tandem/kernel';
import { OrganisationReader, PeopleReader } from '@tandem/people';
import { BookingsPoster } from './bookings-poster';
import { HandOffLog } from './hand-off-log';
import { otherSide, settled } from './opportunities.errors';
import { OpportunitiesRepository, type HeldOpportunity } from './opportunities.repository';
import { OpportunityLog } from './opportunity-log';
import type { LossWish, MoveWish, Opening, OpportunityEdit } from './opportunity-wishes';
import { decideCancellation, decideLoss } from './rules/decide-loss';
import { decideEdit } from './rules/decide-edit';
import { decideMove, type MoveFacts } from './rules/decide-move';
import { decideOpening } from './rules/decide-opening';
import { decideOwner } from './rules/decide-owner';
import { decideReferences, type WishedReferences } from './rules/decide-references';
import { decideReopening } from './rules/decide-reopening';
import { mayWork, sidesOf } from './rules/may-work';
import { readIn, stageOf } from './rules/stage-road';

type OpportunityId = Id<'opportunity'>;

/** Everything a person does to an opportunity; giving it to the other side is the business of hand-offs. */
@Injectable()
export class OpportunitiesService {
  constructor(
    private readonly database: Database,
    private readonly repository: OpportunitiesRepository,
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
      const references = await this.references(opening);
      const now = this.clock.now();
      const id = newId<'opportunity'>();
      await this.log.begin({
        ...state,
        id,
        name: opening.name,
        accountId: references.accountId ?? (await this.addAccount(opening.accountName)),
        contactId: null,
        productId: references.productId ?? null,
        stageClass: stageOf(stages, state.stageId).class,
        costMinor: null,
        bookingType: opening.bookingType,
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
      });
      return id;
    });
  }

  /** Moves it along its own side of the funnel; entering the won class posts its booking. */
  async move(id: OpportunityId, seen: number, wish: MoveWish): Promise<void> {
    await this.database.write(async () => {
      const { held, facts } = await this.workOn(id, seen);
      const wins = held.outcome === 'open' && facts.stages.some((to) => to.id === wish.toStageId && to.class === 'won');
      const today = wins ? await this.today() : null;
      const { means, to, after } = settled(decideMove({ ...facts, opportunity: held }, { ...wish, today }));
      const topic = means === 'win' ? 'opportunity.won' : 'opportunity.moved';
      const move = await this.log.record(held, { ...after, stageClass: to.class }, { topic, ...noted(wish) });
      if (means === 'win' && move) await this.bookings.post(after, move);
    });
  }

  async lose(id: OpportunityId, seen: number, wish: LossWish): Promise<void> {
    await this.database.write(async () => {
      const { held } = await this.workOn(id, seen);
      const after = settled(decideLoss(held, { ...wish, reasons: lossReasons, today: await this.today() }));
      const story = { topic: 'opportunity.lost', reasonKey: wish.reason, ...noted(wish) };
      await this.log.record(held, { ...after, lossReason: wish.reason }, story);
      await this.closeOffer(held);
    });
  }

  /** It never was an opportunity, such as a duplicate: it leaves every rate but not the history. */
  async cancel(id: OpportunityId, seen: number, note: string): Promise<void> {
    await this.database.write(async () => {
      const { held } = await this.workOn(id, seen);
      await this.log.record(held, settled(decideCancellation(held, await this.today())), {
        topic: 'opportunity.cancelled',
        note,
      });
      await this.closeOffer(held);
    });
  }

  /** Opens a closed one again; what was booked is taken back by lines dated today, the old period stays as it was. */
  async reopen(
    id: OpportunityId,
    seen: number,
    wish: { readonly toStageId: Id<'stage'>; readonly note: string },
  ): Promise<void> {
    await this.database.write(async () => {
      const { held, facts } = await this.workOn(id, seen);
      const { to, after, reverses } = settled(decideReopening({ ...facts, opportunity: held }, wish.toStageId));
      const story = { topic: 'opportunity.reopened', note: wish.note };
      const move = await this.log.record(held, { ...after, stageClass: to.class, lossReason: null }, story);
      if (reverses && move) await this.bookings.reverse(id, move);
    });
  }

  /** Changes facts by hand. Sending what is there already changes nothing, not even the version. */
  async edit(id: OpportunityId, seen: number, { ownerId, ...edit }: OpportunityEdit): Promise<void> {
    await this.database.write(async () => {
      const { held, side } = await this.workOn(id, seen);
      const owner = ownerId && ownerId !== held.ownerId ? await this.people.findPerson(ownerId) : undefined;
      const owned = owner === undefined ? {} : { owned: settled(decideOwner(actor(), owner, side)) };
      const references = await this.references(edit);
      const after = settled(decideEdit(held, { ...edit, ...references, ...owned }));
      const changed = (Object.keys(after) as (keyof HeldOpportunity)[]).some((field) => after[field] !== held[field]);
      if (changed) await this.log.record(held, after, { topic: 'opportunity.edited' });
    });
  }

  private async workOn(id: OpportunityId, seen: number) {
    const held = await this.log.hold(id, seen);
    const stages = readIn(actor().locale, await this.funnel.stages());
    const side = stageOf(stages, held.stageId).ownerSide;
    if (!mayWork(actor(), side)) throw otherSide(side);
    const facts: Omit<MoveFacts, 'opportunity'> = { stages, sides: sidesOf(actor()), returnable: held.accepted };
    return { held, side, facts };
  }

  private async references(wish: WishedReferences): Promise<WishedReferences> {
    const { accountId, productId, sourceId, campaignId } = wish;
    const wished = { accountId, productId, sourceId, campaignId };
    if (Object.values(wished).every((id) => id === undefined)) return {};
    const given = Object.fromEntries(Object.entries(wished).filter(([, id]) => id !== undefined)) as WishedReferences;
    return settled(decideReferences(given, await this.repository.findReferences(given)));
  }

  private async addAccount(name: string | undefined): Promise<Id<'account'> | null> {
    if (name === undefined) return null;
    const id = newId<'account'>();
    await this.repository.addAccount({ id, name, createdAt: this.clock.now(), version: 1 });
    return id;
  }

  /** An offer whose opportunity is closed waits for nothing any more. */
  private async closeOffer(held: HeldOpportunity): Promise<void> {
    if (held.offered) await this.handOffs.endOpen(held.id);
  }

  private async today(): Promise<PlainDate> {
    return localDate(this.clock.now(), (await this.organisation.get()).zone);
  }
}

const noted = ({ note }: { readonly note?: string }) => (note === undefined ? {} : { note });
