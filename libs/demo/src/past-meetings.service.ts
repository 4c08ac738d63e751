import { Injectable } from '@nestjs/common';
import { bin } from '@tandem/database';
import {
  addDays,
  instantAt,
  isoWeekOf,
  mondayOf,
  newId,
  periodFrom,
  quarterOf,
  type Id,
  type PlainDate,
} from '@tandem/kernel';
import type { KnownOpportunity } from '@tandem/opportunities';
import type { Cast } from './cast.repository';
import type { Booked } from './goals.repository';
import { company, teams } from './outline/company';
import { actionTitles, meetingOutlines, notes, type MeetingOutline } from './outline/meetings';
import { dayAt, dayOf, plainOf } from './rules/calendar';
import { drawFrom } from './rules/draw';
import { recallMeetings, type RecalledAction, type RecalledMeeting } from './rules/recall-meetings';
import { TableWriter } from './table-writer.repository';

/** What past meetings looked at. */
export interface Memory {
  readonly cast: Cast;
  readonly opportunities: readonly KnownOpportunity[];
  readonly booked: readonly Booked[];
  /** The number of each quarter. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly stageNames: ReadonlyMap<Id<'stage'>, { readonly en: string; readonly zhTW: string | null }>;
  readonly seed: number;
  readonly now: Date;
}

type Facts = Readonly<Record<string, unknown>>;

interface Item {
  readonly section: string;
  readonly kind: string;
  readonly subjectId: Id | null;
  readonly facts: Facts;
  readonly state: 'open' | 'decided' | 'actioned' | 'dropped';
  readonly decision: string | null;
  readonly addedBy: Id<'person'> | null;
}

/** An action with its id, as the next meeting finds it. */
type Kept = RecalledAction & { readonly id: Id<'meeting_action'> };

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

function itemsOf(
  meeting: RecalledMeeting,
  figures: readonly Facts[],
  dueAt: Date,
  memory: Memory & { readonly before: readonly Kept[] },
): Item[] {
  const settled = { state: 'decided', decision: null, addedBy: null } as const;
  return [
    ...memory.before.map(({ id, title, owner, dueDate, state, figureKey }) => {
      const { name, nameZh, id: ownerId } = personOf(memory.cast, owner);
      const kind = state === 'open' ? 'action_due' : `action_${state}`;
      const facts = {
        title,
        owner: { en: name, zhTW: nameZh },
        ownerId,
        dueDate,
        figureKey,
        before: null,
        now: null,
        effect: null,
      };
      return { ...settled, section: 'actions', kind, subjectId: id, facts };
    }),
    ...figures.map((facts, place) => ({
      ...settled,
      section: 'number',
      kind: place === 0 ? 'the_number' : 'figure',
      subjectId: null,
      facts,
    })),
    ...largestOn(dueAt, memory).map((facts, place) => ({
      ...settled,
      section: 'major',
      kind: 'largest',
      subjectId: facts.id,
      facts: { ...facts.told, rank: place + 1 },
    })),
    ...overdueOn(dueAt, memory).map(({ id, told }, place) => ({
      ...settled,
      section: 'problems',
      kind: 'hand_off_overdue',
      subjectId: id,
      facts: told,
      state: place === 0 ? ('actioned' as const) : ('decided' as const),
      decision: place === 0 ? null : 'The receiving team answers today.',
    })),
    ...(meeting.note
      ? [
          {
            ...settled,
            section: 'new',
            kind: 'note',
            subjectId: null,
            facts: { title: meeting.note.title, why: null },
            decision: meeting.note.decision,
            addedBy: personOf(memory.cast, meeting.note.by).id,
          },
        ]
      : []),
  ];
}

/** The number and the closings of the quarter as they stood that day. */
function figuresOn(day: PlainDate, { booked, numbers }: Memory): Facts[] {
  const quarter = quarterOf(day, company);
  const span = periodFrom(quarter, company);
  const number = numbers.get(quarter);
  if (!span || !number) return [];
  const lines = booked.filter((line) => line.day >= span.from && line.day < day);
  const attained = lines.reduce((sum, { amount }) => sum + amount, 0) / number;
  const gone = Math.max(0.01, (dayOf(day) - dayOf(span.from)) / (dayOf(span.until) - dayOf(span.from)));
  const pace = attained / gone;
  const none = { previous: null, target: null, attainment: null, pace: null, standing: null };
  return [
    {
      ...none,
      key: 'quota_attainment',
      period: quarter,
      betterWhen: 'higher',
      value: { unit: 'ratio', ratio: attained.toFixed(4) },
      target: { unit: 'ratio', ratio: '1' },
      attainment: attained.toFixed(4),
      pace: pace.toFixed(4),
      standing: standingOf(attained, pace),
    },
    {
      ...none,
      key: 'closings',
      period: quarter,
      betterWhen: 'higher',
      value: { unit: 'count', count: lines.filter(({ closes }) => closes).length },
    },
  ];
}

function standingOf(attained: number, pace: number): string {
  if (attained >= 1) return 'met';
  if (pace > 1.05) return 'ahead';
  return pace < 0.95 ? 'behind' : 'on_track';
}

/** The two largest open opportunities of sales at an instant. */
function largestOn(at: Date, { opportunities, cast, stageNames }: Memory) {
  const people = new Map([...cast.people.values()].map((person) => [person.id, person]));
  return opportunities
    .flatMap(({ id, name, states }) => {
      const state = states.findLast((known) => known.at <= at);
      return state?.outcome === 'open' && state.amountMinor !== null && state.currency === company.reportingCurrency
        ? [{ id, name, state }]
        : [];
    })
    .sort((one, other) => Number((other.state.amountMinor ?? 0n) - (one.state.amountMinor ?? 0n)))
    .slice(0, 2)
    .map(({ id, name, state }) => {
      const owner = people.get(state.ownerId);
      const amount = { amountMinor: String(state.amountMinor), currency: state.currency };
      const told = {
        name,
        account: null,
        owner: { en: owner?.name ?? '', zhTW: owner?.nameZh ?? null },
        stage: stageNames.get(state.stageId) ?? { en: '', zhTW: null },
        amount,
        amountBefore: null,
        closeDate: state.closeDate,
        threshold: 5,
      };
      return { id, told };
    });
}

/** Up to two hand-offs that were late at an instant. */
function overdueOn(at: Date, { opportunities, cast }: Memory) {
  const names = new Map([...cast.teams].map(([key, id]) => [id, { en: teams[key].name, zhTW: teams[key].nameZh }]));
  const teamName = (id: Id<'team'>) => names.get(id) ?? null;
  return opportunities
    .flatMap(({ id: opportunityId, name, handOffs }) =>
      handOffs
        .filter(
          ({ dueAt, offeredAt, answeredAt }) =>
            offeredAt < at && dueAt < at && (answeredAt === null || answeredAt > at),
        )
        .map(({ id, dueAt, fromTeamId, toTeamId }) => {
          const over = Math.max(1, Math.round((at.getTime() - dueAt.getTime()) / 3_600_000));
          return {
            id,
            told: {
              name,
              opportunityId,
              account: null,
              from: teamName(fromTeamId),
              to: teamName(toTeamId),
              dueAt: dueAt.toISOString(),
              over,
            },
          };
        }),
    )
    .slice(0, 2);
}

const before = (moment: Date, now: Date): Date => (moment < now ? moment : now);

function personOf(cast: Cast, key: string) {
  const found = cast.people.get(key);
  if (!found) throw new Error(`nobody plays ${key}`);
  return found;
}
