import { z } from 'zod';
import { figureKey, figureValue } from './figures.contract';
import {
  bilingual,
  day,
  id,
  instant,
  line,
  listOf,
  locale,
  paging,
  periodKey,
  prose,
  version,
} from './shapes.contract';

const named = z.object({ id, name: bilingual });

/** A joint meeting that returns: rhythm, zone, chair and members of both sides. */
export const series = z.object({
  id,
  key: z.string(),
  name: bilingual,
  zone: z.string(),
  /** 1 = Monday … 7 = Sunday. */
  weekday: z.int(),
  /** `HH:MM` on the wall in the series' zone. */
  startsAt: z.string(),
  minutes: z.int(),
  everyWeeks: z.int(),
  agendaLeadMinutes: z.int(),
  chair: named,
  members: z.array(named),
  active: z.boolean(),
  /** Whether a letter that the mail server may have without having said so is sent once more, marked as a copy. */
  resendUncertain: z.boolean(),
  version,
});
export const seriesChange = z.strictObject({ resendUncertain: z.boolean() });
export const seriesList = z.object({ items: z.array(series) });

export const agendaSection = z.enum(['actions', 'number', 'leaks', 'major', 'problems', 'voices', 'money', 'new']);

/** One thing to talk about; `title` and `why` are in the reader's language. */
export const agendaItem = z.object({
  id,
  position: z.int(),
  section: agendaSection,
  kind: z.string(),
  title: z.string(),
  /** Why the job picked it, with the threshold it crossed. */
  why: z.string(),
  /** The record it speaks of: an opportunity, a hand-off, an action or a figure. */
  subject: z.object({ kind: z.enum(['opportunity', 'hand_off', 'action', 'figure']), id }).nullable(),
  figureKey: figureKey.nullable(),
  /** Of a figure: what it was when the agenda was written, and of which period. */
  snapshot: z.object({ period: periodKey, value: figureValue.nullable() }).nullable(),
  state: z.enum(['open', 'decided', 'actioned', 'dropped']),
  decision: z.string().nullable(),
  /** Set aside: still open, and back on the next agenda. */
  parked: z.boolean(),
  /** How many meetings it was carried over from; at three it must be done, dropped or escalated. */
  carried: z.int(),
  addedBy: named.nullable(),
  version,
});

export const action = z.object({
  id,
  seriesId: id,
  agendaId: id,
  agendaItemId: id.nullable(),
  title: z.string(),
  owner: named,
  dueDate: day,
  state: z.enum(['open', 'done', 'dropped']),
  settledAt: instant.nullable(),
  figureKey: figureKey.nullable(),
  overdue: z.boolean(),
  maySettle: z.boolean(),
  version,
});

export const agendaSummary = z.object({
  id,
  seriesId: id,
  seriesKey: z.string(),
  seriesName: bilingual,
  isoWeek: z.string(),
  meetingDate: day,
  startsAt: instant,
  endsAt: instant,
  zone: z.string(),
  composedAt: instant,
  state: z.enum(['composed', 'held']),
  /** Items still open. */
  open: z.int(),
});
export const agendaQuery = z.strictObject({
  ...paging,
  seriesKey: z
    .string()
    .regex(/^[!-~]{1,40}$/)
    .optional(),
  isoWeek: z
    .string()
    .regex(/^\d{4}-W\d{2}$/)
    .optional(),
});
export const agendaList = listOf(agendaSummary);

const letterSent = z.object({
  id,
  person: named,
  locale,
  state: z.string(),
  sentAt: instant.nullable(),
  bounced: z.boolean(),
});

export const agenda = agendaSummary.extend({
  chair: named,
  items: z.array(agendaItem),
  actions: z.array(action),
  deliveries: z.array(letterSent),
  /** When the chair sent the minutes, and to whom; null before. */
  minutes: z.object({ sentAt: instant, deliveries: z.array(letterSent) }).nullable(),
  /** Where the meeting stands; null before it begins. */
  progress: z
    .object({
      /** When it really began. */
      startedAt: instant,
      /** What is being talked about. */
      itemId: id,
      /** Since when the section of that item is. */
      sectionSince: instant,
    })
    .nullable(),
  /** The server's time when this was read: whoever takes part counts by its clock. */
  readAt: instant,
  mayRun: z.boolean(),
  version,
});

export const newAgendaItem = z.strictObject({ title: line(300), why: prose(500).optional() });
/** An item closes only with a decision or an action; `dropped` says in `decision` why. `parked` leaves it open for the next meeting. */
export const agendaItemChange = z.strictObject({
  state: z.enum(['open', 'parked', 'decided', 'dropped']),
  decision: prose(2000).optional(),
});
export const newAction = z.strictObject({
  title: line(500),
  ownerId: id,
  dueDate: day,
  agendaItemId: id.nullable().default(null),
  figureKey: figureKey.nullable().default(null),
});
export const actionChange = z.strictObject({ state: z.enum(['open', 'done', 'dropped']) });
export const agendaState = z.strictObject({ state: z.enum(['composed', 'held']) });
export const presentItem = z.strictObject({ itemId: id });
export const actionQuery = z.strictObject({
  ...paging,
  mine: z.stringbool().default(false),
  state: z.enum(['open', 'done', 'dropped']).optional(),
});
export const actionList = listOf(action);

export const deliveryState = z.enum([
  'pending',
  'claimed',
  'sending',
  'sent',
  'uncertain',
  'retry',
  'failed',
  'cancelled',
]);
/** A mail that was or will be sent; with the outbox transport it stays readable here. */
export const delivery = z.object({
  id,
  kind: z.string(),
  subjectId: id,
  to: z.object({ personId: id, name: z.string(), address: z.string() }),
  locale,
  subject: z.string().nullable(),
  state: deliveryState,
  attempts: z.int(),
  maybeDuplicate: z.boolean(),
  providerResponse: z.string().nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
  /** What the receiving side said when it sent the mail back; null while it has not. */
  bounce: z
    .object({
      at: instant,
      /** RFC 3463 status such as `5.1.1`. */
      status: z.string(),
      /** The words of the server that refused; may be empty. */
      reason: z.string(),
    })
    .nullable(),
});
export const deliveryQuery = z.strictObject({
  ...paging,
  state: deliveryState.optional(),
  subjectId: id.optional(),
  /** Only mails that came back, or only those that did not. */
  bounced: z.stringbool().optional(),
});
export const deliveryList = listOf(delivery);
export const deliveryMail = delivery.extend({
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  html: z.string().nullable(),
  text: z.string().nullable(),
  calendar: z.string().nullable(),
});

/** A mail that a mail server sent back, headers and all; as `message/rfc822` it is sent as it is, without this wrapping. */
export const returnedMail = z.strictObject({ message: z.string().min(1).max(2_000_000) });
/** What became of it: `marked` now, `known` already, `no_letter` of ours, `not_failed` but delayed or received, `not_a_report` at all. */
export const bounceOutcome = z.object({
  outcome: z.enum(['marked', 'known', 'no_letter', 'not_failed', 'not_a_report']),
  deliveryId: id.nullable(),
});

export type SeriesWire = z.infer<typeof series>;
export type SeriesChange = z.infer<typeof seriesChange>;
export type AgendaItemWire = z.infer<typeof agendaItem>;
export type ActionWire = z.infer<typeof action>;
export type AgendaSummaryWire = z.infer<typeof agendaSummary>;
export type AgendaWire = z.infer<typeof agenda>;
export type AgendaQuery = z.infer<typeof agendaQuery>;
export type NewAgendaItem = z.infer<typeof newAgendaItem>;
export type AgendaItemChange = z.infer<typeof agendaItemChange>;
export type NewAction = z.infer<typeof newAction>;
export type ActionChange = z.infer<typeof actionChange>;
export type AgendaState = z.infer<typeof agendaState>;
export type PresentItem = z.infer<typeof presentItem>;
export type ActionQuery = z.infer<typeof actionQuery>;
export type DeliveryWire = z.infer<typeof delivery>;
export type DeliveryQuery = z.infer<typeof deliveryQuery>;
export type DeliveryMailWire = z.infer<typeof deliveryMail>;
export type ReturnedMail = z.infer<typeof returnedMail>;
export type BounceOutcomeWire = z.infer<typeof bounceOutcome>;
