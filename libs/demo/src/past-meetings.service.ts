import { Injectable } from '@nestjs/common';
import { bin } from '@tandem/database';
import { addDays, instantAt, isoWeekOf, mondayOf, newId, type Id, type PlainDate } from '@tandem/kernel';
import type { Cast } from './cast.repository';
import { figuresOn, itemsOf, personOf, type Kept, type Memory } from './past-agenda';
import { company } from './outline/company';
import { actionTitles, meetingOutlines, notes, type MeetingOutline } from './outline/meetings';
import { dayAt, plainOf } from './rules/calendar';
import { drawFrom } from './rules/draw';
import { recallMeetings, type RecalledMeeting } from './rules/recall-meetings';
import { TableWriter } from './table-writer.repository';

/** Writes the two series and the meetings held so far; this week's agenda is left to the planner. */
@Injectable()
export class PastMeetingsService {
  constructor(private readonly writer: TableWriter) {}

  async recall(memory: Memory): Promise<void> {
    for (const outline of meetingOutlines) await this.recallSeries(outline, memory);
  }

  private async recallSeries(outline: MeetingOutline, memory: Memory): Promise<void> {
    const { cast, seed, now } = memory;
    const thisMonday = mondayOf(isoWeekOf(plainOf(dayAt(now)))) ?? plainOf(dayAt(now));
    const meeting = (weeksAgo: number) => addDays(thisMonday, outline.weekday - 1 - weeksAgo * 7);
    const dates = Array.from({ length: outline.past }, (_, place) =>
      meeting((outline.past - place) * outline.everyWeeks),
    );
    const seriesId = newId<'meeting_series'>();
    await this.addSeries(outline, seriesId, dates[0] ?? thisMonday, cast);
    const recalled = recallMeetings(drawFrom(seed, outline.key), dates, {
      next: meeting(0),
      members: outline.members,
      titles: actionTitles,
      notes,
      localeOf: (member) => personOf(cast, member).locale,
    });
    let before: readonly Kept[] = [];
    for (const one of recalled) before = await this.addMeeting(outline, seriesId, one, { ...memory, before });
  }

  private async addSeries(
    outline: MeetingOutline,
    id: Id<'meeting_series'>,
    firstDate: PlainDate,
    cast: Cast,
  ): Promise<void> {
    const { key, name, nameZh, weekday, startsAt, minutes, everyWeeks, chair, members } = outline;
    await this.writer.add(
      'meeting_series',
      'id series_key name name_zh zone weekday starts_at minutes every_weeks first_date agenda_lead_minutes chair_id active resend_uncertain version',
      [
        [
          bin(id),
          key,
          name,
          nameZh,
          company.zone,
          weekday,
          startsAt,
          minutes,
          everyWeeks,
          firstDate,
          leadOf(outline),
          bin(personOf(cast, chair).id),
          true,
          true,
          1,
        ],
      ],
    );
    const present = [...new Set([chair, ...members])];
    await this.writer.add(
      'meeting_member',
      'series_id person_id',
      present.map((member) => [bin(id), bin(personOf(cast, member).id)]),
    );
  }

  private async addMeeting(
    outline: MeetingOutline,
    seriesId: Id<'meeting_series'>,
    meeting: RecalledMeeting,
    memory: Memory & { readonly before: readonly Kept[] },
  ): Promise<readonly Kept[]> {
    const agendaId = newId<'agenda'>();
    const startsAt = instantAt(meeting.on, outline.startsAt, company.zone);
    const dueAt = new Date(startsAt.getTime() - leadOf(outline) * 60_000);
    const figures = figuresOn(meeting.on, memory);
    await this.writer.add(
      'agenda',
      'id series_id iso_week meeting_date starts_at ends_at due_at composed_at state figures version',
      [
        [
          bin(agendaId),
          bin(seriesId),
          isoWeekOf(meeting.on),
          meeting.on,
          startsAt,
          new Date(startsAt.getTime() + outline.minutes * 60_000),
          dueAt,
          dueAt,
          'held',
          JSON.stringify(figures),
          2,
        ],
      ],
    );
    const items = itemsOf(meeting, figures, dueAt, memory);
    const itemIds = items.map(() => newId<'agenda_item'>());
    await this.writer.add(
      'agenda_item',
      'id agenda_id position section kind subject_id facts state decision carried added_by_id version',
      items.map(({ section, kind, subjectId, facts, state, decision, addedBy }, place) => [
        bin(itemIds[place] ?? newId()),
        bin(agendaId),
        place + 1,
        section,
        kind,
        bin(subjectId),
        JSON.stringify(facts),
        state,
        decision,
        0,
        bin(addedBy),
        2,
      ]),
    );
    const actioned = items.findIndex(({ state }) => state === 'actioned');
    const kept = meeting.actions.map((action) => ({ ...action, id: newId<'meeting_action'>() }));
    await this.writer.add(
      'meeting_action',
      'id series_id agenda_id agenda_item_id title owner_id due_date state settled_at figure_key created_at version',
      kept.map(({ id, title, owner, dueDate, state, settledAfter, figureKey }, place) => [
        bin(id),
        bin(seriesId),
        bin(agendaId),
        bin(place === 0 ? (itemIds[actioned] ?? null) : null),
        title,
        bin(personOf(memory.cast, owner).id),
        dueDate,
        state,
        settledAfter === null
          ? null
          : before(instantAt(addDays(meeting.on, settledAfter), '11:20', company.zone), memory.now),
        figureKey,
        startsAt,
        state === 'open' ? 1 : 2,
      ]),
    );
    return kept;
  }
}

/** From the first minute of the week to the meeting. */
function leadOf({ weekday, startsAt }: MeetingOutline): number {
  const [hours = '0', minutes = '0'] = startsAt.split(':');
  return (weekday - 1) * 1440 + Number(hours) * 60 + Number(minutes);
}

const before = (moment: Date, now: Date): Date => (moment < now ? moment : now);
