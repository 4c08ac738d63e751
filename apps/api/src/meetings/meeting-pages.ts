import { Injectable } from '@nestjs/common';
import type { ActionWire, AgendaItemWire, AgendaWire } from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { DeliveriesReader } from '@tandem/mail';
import { ActionsReader, agendaLetterKind, AgendasReader, minutesLetterKind } from '@tandem/meetings';
import type { KnownRequest } from '../access/request';
import { localeOf } from '../problems/problem.filter';
import { presentAction, presentAgenda, presentItem } from './agenda.presenter';
import { Readings } from './readings';

/** What one reader is shown of a meeting, read anew after every change. */
@Injectable()
export class MeetingPages {
  constructor(
    private readonly agendas: AgendasReader,
    private readonly actions: ActionsReader,
    private readonly deliveries: DeliveriesReader,
    private readonly readings: Readings,
  ) {}

  async agenda(id: Id<'agenda'>, request: KnownRequest): Promise<AgendaWire> {
    const agenda = await this.agendas.get(id);
    const items = await this.agendas.items(id);
    const actions = await this.actions.ofAgenda(id);
    const deliveries = await this.deliveries.of(agendaLetterKind, id);
    const minutes = agenda.minutesAt ? await this.deliveries.of(minutesLetterKind, id) : [];
    return presentAgenda({ agenda, items, actions, deliveries, minutes }, await this.readings.of(request));
  }

  async item(id: Id<'agenda_item'>, request: KnownRequest): Promise<AgendaItemWire> {
    const item = await this.agendas.getItem(id);
    const { zone } = await this.agendas.get(item.agendaId);
    return presentItem(item, zone, localeOf(request));
  }

  async action(id: Id<'meeting_action'>, request: KnownRequest): Promise<ActionWire> {
    return presentAction(await this.actions.get(id), await this.readings.of(request));
  }
}
