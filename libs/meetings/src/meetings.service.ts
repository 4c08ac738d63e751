import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor, Clock, decided, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import type { Agenda, AgendaState } from './agenda.entity';
import { AgendasRepository } from './agendas.repository';
import { agendaChanged, foreignItem, itemChanged, noAgenda, noItem, notChair, notMember } from './meetings.errors';
import { draft } from './rules/agenda-facts';
import { mayAdd, mayRun } from './rules/may-run';
import { meetingIsOver, settleItem, type ItemChange } from './rules/settle-item';
import { turnTo } from './rules/turn-to';
import { SeriesReader } from './series.reader';

/** What people do at a meeting: add to its agenda, close items, close the meeting. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly database: Database,
    private readonly agendas: AgendasRepository,
    private readonly series: SeriesReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A member puts something on the agenda; it says by itself who added it. */
  addItem(agendaId: Id<'agenda'>, { title, why }: { readonly title: string; readonly why?: string | undefined }) {
    return this.database.write(async () => {
      const agenda = await this.lock(agendaId);
      const { chair, members } = await this.series.get(agenda.seriesId);
      const { personId } = actor();
      const present = members.filter(({ active }) => active).map((member) => member.id);
      if (!mayAdd(actor(), present, chair.id)) throw notMember();
      if (agenda.state === 'held') decided(meetingIsOver());
      const item = { ...draft('new', 'note', null, { title, why: why?.trim() || null }), addedById: personId };
      const id = await this.agendas.append(agendaId, item);
      await this.outbox.record({
        topic: 'agenda_item.added',
        subjectKind: 'agenda_item',
        subjectId: id,
        after: { agendaId, title, why },
      });
      return id;
    });
  }

  /** The chair closes an item with a decision, drops it with a reason, parks it for the next meeting, or opens it again. */
  async settleItem(id: Id<'agenda_item'>, version: number, change: ItemChange): Promise<void> {
    await this.database.write(async () => {
      const item = await this.agendas.lockItem(id);
      if (!item) throw noItem(id);
      const agenda = await this.lock(item.agendaId);
      await this.requireChair(agenda);
      if (item.version !== version) throw itemChanged(item, version);
      const standing = { state: agenda.state, carried: item.carried };
      const settled = decided(settleItem(change, standing, this.clock.now()));
      if (!(await this.agendas.settleItem(id, version, settled))) throw itemChanged(item, version);
      const { state, decision, parkedAt } = item;
      await this.outbox.record({
        topic: 'agenda_item.settled',
        subjectKind: 'agenda_item',
        subjectId: id,
        before: { state, decision, parkedAt },
        after: settled,
      });
    });
  }

  /** The chair closes the meeting, or opens it again; what is still open then carries over to the next one. */
  async changeState(id: Id<'agenda'>, version: number, state: AgendaState): Promise<void> {
    await this.database.write(async () => {
      const agenda = await this.lock(id);
      await this.requireChair(agenda);
      if (agenda.version !== version) throw agendaChanged(agenda, version);
      if (agenda.state === state) return;
      if (!(await this.agendas.setState(id, version, state))) throw agendaChanged(agenda, version);
      const topic = state === 'held' ? 'agenda.held' : 'agenda.reopened';
      await this.outbox.record({
        topic,
        subjectKind: 'agenda',
        subjectId: id,
        before: { state: agenda.state },
        after: { state },
      });
    });
  }

  /** The chair turns to an item, and with the first one begins the meeting; everybody who takes part sees it. */
  async turnToItem(id: Id<'agenda'>, version: number, itemId: Id<'agenda_item'>): Promise<void> {
    await this.database.write(async () => {
      const agenda = await this.lock(id);
      await this.requireChair(agenda);
      if (agenda.version !== version) throw agendaChanged(agenda, version);
      if (agenda.presentItemId === itemId) return;
      const item = await this.agendas.lockItem(itemId);
      if (item?.agendaId !== id) throw foreignItem('/itemId');
      const present = agenda.presentItemId === null ? null : await this.agendas.lockItem(agenda.presentItemId);
      const standing = { ...agenda, section: present?.section ?? null };
      const progress = { ...decided(turnTo(item.section, standing, this.clock.now())), presentItemId: itemId };
      if (!(await this.agendas.setProgress(id, version, progress))) throw agendaChanged(agenda, version);
      await this.outbox.record({
        topic: agenda.startedAt === null ? 'agenda.begun' : 'agenda.turned',
        subjectKind: 'agenda',
        subjectId: id,
        before: { presentItemId: agenda.presentItemId },
        after: progress,
      });
    });
  }

  private async lock(id: Id<'agenda'>): Promise<Agenda> {
    const agenda = await this.agendas.lock(id);
    if (!agenda) throw noAgenda(id);
    return agenda;
  }

  private async requireChair(agenda: Agenda): Promise<void> {
    const { chair } = await this.series.get(agenda.seriesId);
    if (!mayRun(actor(), chair.id)) throw notChair();
  }
}
