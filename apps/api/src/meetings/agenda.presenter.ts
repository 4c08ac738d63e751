import type {
  ActionWire,
  AgendaItemWire,
  AgendaSummaryWire,
  AgendaWire,
  FigureKey,
  FigureValue,
  SeriesWire,
} from '@tandem/contracts';
import type { Actor, Locale, PlainDate } from '@tandem/kernel';
import type { DeliveryView } from '@tandem/mail';
import {
  describeItem,
  mayRun,
  maySettle,
  type ActionView,
  type AgendaSummary,
  type ItemView,
  type PersonName,
  type SeriesView,
} from '@tandem/meetings';
import { bilingual } from '../people/people.presenter';

/** Who reads, in which language, and what day it is there. */
export interface Reading {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly today: PlainDate;
  readonly now: Date;
}

const named = (person: PersonName) => ({ id: person.id, name: bilingual(person) });

export const presentSeries = (series: SeriesView): SeriesWire => ({
  id: series.id,
  key: series.seriesKey,
  name: bilingual(series),
  zone: series.zone,
  weekday: series.weekday,
  startsAt: series.startsAt,
  minutes: series.minutes,
  everyWeeks: series.everyWeeks,
  agendaLeadMinutes: series.agendaLeadMinutes,
  chair: named(series.chair),
  members: series.members.map(named),
  active: series.active,
  resendUncertain: series.resendUncertain,
  version: series.version,
});

export const presentAgendaSummary = (agenda: AgendaSummary): AgendaSummaryWire => ({
  id: agenda.id,
  seriesId: agenda.seriesId,
  seriesKey: agenda.seriesKey,
  seriesName: bilingual({ name: agenda.seriesName, nameZh: agenda.seriesNameZh }),
  isoWeek: agenda.isoWeek,
  meetingDate: agenda.meetingDate,
  startsAt: agenda.startsAt.toISOString(),
  endsAt: agenda.endsAt.toISOString(),
  zone: agenda.zone,
  composedAt: agenda.composedAt.toISOString(),
  state: agenda.state,
  open: agenda.open,
});

interface AgendaParts {
  readonly agenda: AgendaSummary;
  readonly items: readonly ItemView[];
  readonly actions: readonly ActionView[];
  readonly deliveries: readonly DeliveryView[];
  readonly minutes: readonly DeliveryView[];
}

export const presentAgenda = (
  { agenda, items, actions, deliveries, minutes }: AgendaParts,
  reading: Reading,
): AgendaWire => ({
  ...presentAgendaSummary(agenda),
  chair: named(agenda.chair),
  items: items.map((item) => presentItem(item, agenda.zone, reading.locale)),
  actions: actions.map((action) => presentAction(action, reading)),
  deliveries: deliveries.map(presentLetter),
  minutes: agenda.minutesAt && { sentAt: agenda.minutesAt.toISOString(), deliveries: minutes.map(presentLetter) },
  progress: progressOf(agenda),
  readAt: reading.now.toISOString(),
  mayRun: mayRun(reading.actor, agenda.chair.id),
  version: agenda.version,
});

const presentLetter = ({ id, personId, toName, locale, state, sentAt, bouncedAt }: DeliveryView) => ({
  id,
  person: { id: personId, name: { en: toName, zhTW: null } },
  locale,
  state,
  sentAt: sentAt?.toISOString() ?? null,
  bounced: bouncedAt !== null,
});

export const presentItem = (item: ItemView, zone: string, locale: Locale): AgendaItemWire => ({
  id: item.id,
  position: item.position,
  section: item.section,
  kind: item.kind,
  ...describeItem(item, { locale, zone }),
  subject: subjectOf(item),
  figureKey: figureKeyOf(item),
  snapshot: snapshotOf(item),
  state: item.state,
  decision: item.decision,
  parked: item.parkedAt !== null,
  carried: item.carried,
  addedBy: item.addedBy && named(item.addedBy),
  version: item.version,
});

export const presentAction = (action: ActionView, { actor, today }: Reading): ActionWire => ({
  id: action.id,
  seriesId: action.seriesId,
  agendaId: action.agendaId,
  agendaItemId: action.agendaItemId,
  title: action.title,
  owner: named(action.owner),
  dueDate: action.dueDate,
  state: action.state,
  settledAt: action.settledAt?.toISOString() ?? null,
  figureKey: action.figureKey as FigureKey | null,
  overdue: action.state === 'open' && action.dueDate < today,
  maySettle: maySettle(actor, action.owner.id, action.chairId),
  version: action.version,
});

const progressOf = ({ startedAt, presentItemId, sectionSince }: AgendaSummary): AgendaWire['progress'] =>
  startedAt && presentItemId && sectionSince
    ? { startedAt: startedAt.toISOString(), itemId: presentItemId, sectionSince: sectionSince.toISOString() }
    : null;

function subjectOf({ section, kind, subjectId }: ItemView): AgendaItemWire['subject'] {
  if (subjectId === null) return null;
  if (section === 'actions') return { kind: 'action', id: subjectId };
  return { kind: kind === 'hand_off_overdue' ? 'hand_off' : 'opportunity', id: subjectId };
}

/** A figure stands on its own line; an action may name the one it is meant to move. */
function figureKeyOf({ section, facts }: ItemView): FigureKey | null {
  const key = section === 'number' ? facts['key'] : facts['figureKey'];
  return typeof key === 'string' ? (key as FigureKey) : null;
}

const snapshotOf = ({ section, facts }: ItemView): AgendaItemWire['snapshot'] =>
  section === 'number' && typeof facts['period'] === 'string'
    ? { period: facts['period'], value: (facts['value'] ?? null) as FigureValue | null }
    : null;
