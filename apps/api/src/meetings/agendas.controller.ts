import { Body, Controller, Get, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  action,
  agenda,
  agendaItem,
  agendaItemChange,
  agendaList,
  agendaQuery,
  agendaState,
  id,
  newAction,
  newAgendaItem,
  presentItem,
  series,
  seriesChange,
  seriesList,
  type ActionWire,
  type AgendaItemChange,
  type AgendaItemWire,
  type AgendaQuery,
  type AgendaState,
  type AgendaWire,
  type NewAction,
  type NewAgendaItem,
  type PresentItem,
  type SeriesChange,
  type SeriesWire,
} from '@tandem/contracts';
import type { Id, PlainDate } from '@tandem/kernel';
import {
  ActionsService,
  AgendasReader,
  MeetingsService,
  MinutesService,
  SeriesReader,
  SeriesService,
} from '@tandem/meetings';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { presentAgendaSummary, presentSeries } from './agenda.presenter';
import { MeetingPages } from './meeting-pages';

type AgendaId = Id<'agenda'>;

/** The joint meetings: which there are, what stands on their agendas, and what is decided. */
@ApiTags('meetings')
@Controller()
export class AgendasController {
  constructor(
    private readonly series: SeriesReader,
    private readonly seriesChanges: SeriesService,
    private readonly agendas: AgendasReader,
    private readonly meetings: MeetingsService,
    private readonly minutes: MinutesService,
    private readonly actions: ActionsService,
    private readonly pages: MeetingPages,
  ) {}

  @Get('meetings/series')
  @Policy('signed_in')
  @Answers(seriesList)
  async listSeries() {
    return { items: (await this.series.all()).map(presentSeries) };
  }

  /** Whether letters of this series are sent again when nobody knows whether they arrived. */
  @Patch('meetings/series/:id')
  @Policy('run_meetings')
  @Answers(series, { changes: true, versioned: true })
  async changeSeries(
    @Param('id', { schema: id }) seriesId: Id<'meeting_series'>,
    @IfMatch() seen: number,
    @Body({ schema: seriesChange }) body: SeriesChange,
  ): Promise<SeriesWire> {
    await this.seriesChanges.change(seriesId, seen, body);
    return presentSeries(await this.series.get(seriesId));
  }

  @Get('agendas')
  @Policy('signed_in')
  @Answers(agendaList)
  async list(@Query({ schema: agendaQuery }) query: AgendaQuery) {
    const { items, page } = await this.agendas.list(query);
    return { items: items.map(presentAgendaSummary), page };
  }

  @Get('agendas/:id')
  @Policy('signed_in')
  @Answers(agenda)
  get(@Param('id', { schema: id }) agendaId: AgendaId, @Req() request: KnownRequest): Promise<AgendaWire> {
    return this.pages.agenda(agendaId, request);
  }

  /** Closes the meeting, or opens it again. */
  @Patch('agendas/:id')
  @Policy('run_meetings')
  @Answers(agenda, { changes: true, versioned: true })
  async changeState(
    @Param('id', { schema: id }) agendaId: AgendaId,
    @IfMatch() seen: number,
    @Body({ schema: agendaState }) body: AgendaState,
    @Req() request: KnownRequest,
  ): Promise<AgendaWire> {
    await this.meetings.changeState(agendaId, seen, body.state);
    return this.pages.agenda(agendaId, request);
  }

  /** Turns to an item for everybody who takes part; the first one begins the meeting. */
  @Put('agendas/:id/present-item')
  @Policy('run_meetings')
  @Answers(agenda, { changes: true, versioned: true })
  async turnTo(
    @Param('id', { schema: id }) agendaId: AgendaId,
    @IfMatch() seen: number,
    @Body({ schema: presentItem }) body: PresentItem,
    @Req() request: KnownRequest,
  ): Promise<AgendaWire> {
    await this.meetings.turnToItem(agendaId, seen, body.itemId as Id<'agenda_item'>);
    return this.pages.agenda(agendaId, request);
  }

  /** Closes the meeting and sends its minutes to every member, once; asked a second time it changes nothing. */
  @Post('agendas/:id/minutes')
  @Policy('run_meetings')
  @Answers(agenda, { changes: true, versioned: true })
  async sendMinutes(
    @Param('id', { schema: id }) agendaId: AgendaId,
    @IfMatch() seen: number,
    @Req() request: KnownRequest,
  ): Promise<AgendaWire> {
    await this.minutes.send(agendaId, seen);
    return this.pages.agenda(agendaId, request);
  }

  @Post('agendas/:id/items')
  @Policy('run_meetings')
  @Answers(agendaItem, { status: 201, changes: true })
  async addItem(
    @Param('id', { schema: id }) agendaId: AgendaId,
    @Body({ schema: newAgendaItem }) body: NewAgendaItem,
    @Req() request: KnownRequest,
  ): Promise<AgendaItemWire> {
    return this.pages.item(await this.meetings.addItem(agendaId, body), request);
  }

  @Patch('agenda-items/:id')
  @Policy('run_meetings')
  @Answers(agendaItem, { changes: true, versioned: true })
  async settleItem(
    @Param('id', { schema: id }) itemId: Id<'agenda_item'>,
    @IfMatch() seen: number,
    @Body({ schema: agendaItemChange }) body: AgendaItemChange,
    @Req() request: KnownRequest,
  ): Promise<AgendaItemWire> {
    await this.meetings.settleItem(itemId, seen, body);
    return this.pages.item(itemId, request);
  }

  @Post('agendas/:id/actions')
  @Policy('run_meetings')
  @Answers(action, { status: 201, changes: true })
  async addAction(
    @Param('id', { schema: id }) agendaId: AgendaId,
    @Body({ schema: newAction }) body: NewAction,
    @Req() request: KnownRequest,
  ): Promise<ActionWire> {
    const created = await this.actions.addAction(agendaId, {
      ...body,
      ownerId: body.ownerId as Id<'person'>,
      dueDate: body.dueDate as PlainDate,
      agendaItemId: body.agendaItemId as Id<'agenda_item'> | null,
    });
    return this.pages.action(created, request);
  }
}
