import { periodFrom, quarterOf, type Id, type PlainDate } from '@tandem/kernel';
import type { KnownOpportunity } from '@tandem/opportunities';
import type { Cast } from './cast.repository';
import type { Booked } from './booked';
import { company, teams } from './outline/company';
import { dayOf } from './rules/calendar';
import type { RecalledAction, RecalledMeeting } from './rules/recall-meetings';

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

export type Facts = Readonly<Record<string, unknown>>;

/** An item of a past agenda. */
export interface Item {
  readonly section: string;
  readonly kind: string;
  readonly subjectId: Id | null;
  readonly facts: Facts;
  readonly state: 'open' | 'decided' | 'actioned' | 'dropped';
  readonly decision: string | null;
  readonly addedBy: Id<'person'> | null;
}

/** An action with its id, as the next meeting finds it. */
export type Kept = RecalledAction & { readonly id: Id<'meeting_action'> };

/** What stood on the agenda of a past meeting: what was agreed, the number, the largest, what was late, and a note. */
export function itemsOf(
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
export function figuresOn(day: PlainDate, { booked, numbers }: Memory): Facts[] {
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

export function personOf(cast: Cast, key: string) {
  const found = cast.people.get(key);
  if (!found) throw new Error(`nobody plays ${key}`);
  return found;
}
