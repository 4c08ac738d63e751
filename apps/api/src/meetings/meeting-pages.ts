import { Injectable } from '@nestjs/common';
import type { ActionWire, AgendaItemWire, AgendaWire } from '@tandem/contracts';
import { actor, Clock, type Id } from '@tandem/kernel';
import { DeliveriesReader } from '@tandem/mail';
import { ActionsReader, agendaLetterKind, AgendasReader } from '@tandem/meetings';
import { OrganisationReader } from '@tandem/people';
import type { KnownRequest } from '../access/request';
import { localeOf } from '../problems/problem.filter';
import { presentAction, presentAgenda, presentItem, type Reading } from './agenda.presenter';

/** What one reader is shown of a meeting, read anew after every change. */
@Injectable()
export class MeetingPages {
  constructor(
    private readonly agendas: AgendasReader,
    private readonly actions: ActionsReader,
    private readonly deliveries: DeliveriesReader,
    private readonly organisation: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  async agenda(id: Id<'agenda'>, request: KnownRequest): Promise<AgendaWire> {
    const agenda = await this.agendas.get(id);
    const items = await this.agendas.items(id);
    const actions = await this.actions.ofAgenda(id);
    const deliveries = await this.deliveries.of(agendaLetterKind, id);
    return presentAgenda({ agenda, items, actions, deliveries }, await this.reading(request));
  }

  async item(id: Id<'agenda_item'>, request: KnownRequest): Promise<AgendaItemWire> {
    const item = await this.agendas.getItem(id);
    const { zone } = await this.agendas.get(item.agendaId);
    return presentItem(item, zone, localeOf(request));
  }

  async action(id: Id<'meeting_action'>, request: KnownRequest): Promise<ActionWire> {
    return presentAction(await this.actions.get(id), await this.reading(request));
  }

  async reading(request: KnownRequest): Promise<Reading> {
    return { actor: actor(), locale: localeOf(request), today: await this.organisation.today(), now: this.clock.now() };
  }
}
