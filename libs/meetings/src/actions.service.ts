import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor, Clock, decided, newId, type Id, type PlainDate } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { PeopleReader } from '@tandem/people';
import { ActionsRepository } from './actions.repository';
import type { Agenda } from './agenda.entity';
import { AgendasRepository } from './agendas.repository';
import { actionChanged, foreignItem, noAction, noAgenda, notChair, notOwner, unknownOwner } from './meetings.errors';
import { nextMeetingDate } from './rules/due-occurrences';
import { mayRun, maySettle } from './rules/may-run';
import { planAction, settleAction, type ActionState } from './rules/settle-action';
import { SeriesReader } from './series.reader';

export interface NewAction {
  readonly title: string;
  readonly ownerId: Id<'person'>;
  readonly dueDate: PlainDate;
  /** The item it closes. */
  readonly agendaItemId: Id<'agenda_item'> | null;
  /** The figure it is meant to move. */
  readonly figureKey: string | null;
}

/** What people agree to do, and whether they did. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly database: Database,
    private readonly actions: ActionsRepository,
    private readonly agendas: AgendasRepository,
    private readonly series: SeriesReader,
    private readonly people: PeopleReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The chair writes down who does what until when; the item it answers is closed by it. */
  async addAction(agendaId: Id<'agenda'>, action: NewAction): Promise<Id<'meeting_action'>> {
    return this.database.write(async () => {
      const agenda = await this.agendas.lock(agendaId);
      if (!agenda) throw noAgenda(agendaId);
      const series = await this.series.get(agenda.seriesId);
      if (!mayRun(actor(), series.chair.id)) throw notChair();
      const { meetingDate, state: agendaState } = agenda;
      decided(
        planAction(action.dueDate, { agendaState, meetingDate, nextMeetingDate: nextMeetingDate(series, meetingDate) }),
      );
      await this.requireOwner(action.ownerId);
      await this.closeItem(agenda, action.agendaItemId);
      const id = newId<'meeting_action'>();
      const createdAt = this.clock.now();
      await this.actions.insert({
        id,
        seriesId: series.id,
        agendaId,
        ...action,
        state: 'open',
        settledAt: null,
        createdAt,
        version: 1,
      });
      await this.outbox.record({
        topic: 'action.added',
        subjectKind: 'meeting_action',
        subjectId: id,
        after: { agendaId, ...action },
      });
      return id;
    });
  }

  /** Whoever owes it ticks it, drops it or opens it again; chair and revenue officer may for anybody. */
  async settleAction(id: Id<'meeting_action'>, version: number, wanted: ActionState): Promise<void> {
    await this.database.write(async () => {
      const action = await this.actions.lock(id);
      if (!action) throw noAction(id);
      const { chair } = await this.series.get(action.seriesId);
      if (!maySettle(actor(), action.ownerId, chair.id)) throw notOwner();
      if (action.version !== version) throw actionChanged(action, version);
      const settled = settleAction(action.state, wanted, this.clock.now());
      if (!settled) return;
      if (!(await this.actions.settle(id, version, settled))) throw actionChanged(action, version);
      if (settled.state !== 'open') await this.actions.closeItemsAsking(id);
      await this.outbox.record({
        topic: settled.state === 'open' ? 'action.reopened' : `action.${settled.state}`,
        subjectKind: 'meeting_action',
        subjectId: id,
        before: { state: action.state },
        after: settled,
      });
    });
  }

  private async requireOwner(ownerId: Id<'person'>): Promise<void> {
    const owner = await this.people.findPerson(ownerId);
    if (!owner?.active) throw unknownOwner(ownerId);
  }

  private async closeItem(agenda: Agenda, itemId: Id<'agenda_item'> | null): Promise<void> {
    if (itemId === null) return;
    const item = await this.agendas.lockItem(itemId);
    if (item?.agendaId !== agenda.id) throw foreignItem('/agendaItemId');
    await this.agendas.markActioned(itemId);
  }
}
