import { forbidden, invalid, missing, refused, stale, type Id, type Problem } from '@tandem/kernel';
import type { Agenda } from './agenda.entity';
import type { AgendaItem } from './agenda-item.entity';
import type { MeetingAction } from './meeting-action.entity';
import type { MeetingSeries } from './meeting-series.entity';

type SeriesState = Pick<MeetingSeries, 'id' | 'version' | 'resendUncertain'>;

export const noSeries = (key: string): Problem =>
  missing('series.missing', `There is no meeting series with the key ${key}.`, { key });

export const noAgenda = (id: Id<'agenda'>): Problem => missing('agenda.missing', 'There is no such agenda.', { id });

export const noItem = (id: Id<'agenda_item'>): Problem =>
  missing('agenda_item.missing', 'There is no such agenda item.', { id });

export const noAction = (id: Id<'meeting_action'>): Problem =>
  missing('action.missing', 'There is no such action.', { id });

export const noSuchWeek = (week: string): Problem =>
  invalid('agenda.no_such_week', `${week} is not an ISO week: write it as 2017-W20.`, { week });

export const notDueYet = (isoWeek: string, dueAt: Date): Problem =>
  refused('agenda.not_due', `The agenda of ${isoWeek} is written by itself on ${dueAt.toISOString()}.`, {
    isoWeek,
    dueAt: dueAt.toISOString(),
  });

export const notChair = (): Problem =>
  forbidden('agenda.not_chair', 'Only the chair of this meeting or the revenue officer does this.');

export const notMember = (): Problem =>
  forbidden('agenda.not_member', 'Only members of this meeting put something on its agenda.');

export const notOwner = (): Problem =>
  forbidden('action.not_owner', 'Only whoever owes this action, the chair or the revenue officer ticks it.');

export const unknownOwner = (ownerId: string): Problem => {
  const detail = 'There is no such person, or they have left.';
  return invalid('action.owner_missing', detail, {
    ownerId,
    errors: [{ pointer: '/ownerId', code: 'action.owner_missing', detail }],
  });
};

export const foreignItem = (pointer: string): Problem =>
  invalid('action.item_of_other_agenda', 'This item stands on another agenda.', {
    errors: [{ pointer, code: 'action.item_of_other_agenda', detail: 'This item stands on another agenda.' }],
  });

/** The present state goes along, so that a screen can offer both values. */
export const seriesChanged = ({ id, version, resendUncertain }: SeriesState, seen: number): Problem =>
  stale('series.changed', `Somebody changed this meeting meanwhile: it is at version ${version}, you saw ${seen}.`, {
    seen,
    version,
    current: { id, version, resendUncertain },
  });

export const agendaChanged = ({ id, version, state }: Agenda, seen: number): Problem =>
  stale('agenda.changed', `Somebody changed this meeting meanwhile: it is at version ${version}, you saw ${seen}.`, {
    seen,
    version,
    current: { id, version, state },
  });

export const itemChanged = ({ id, version, state, decision }: AgendaItem, seen: number): Problem =>
  stale('agenda_item.changed', `Somebody changed this item meanwhile: it is at version ${version}, you saw ${seen}.`, {
    seen,
    version,
    current: { id, version, state, decision },
  });

export const actionChanged = ({ id, version, state, settledAt }: MeetingAction, seen: number): Problem =>
  stale('action.changed', `Somebody changed this action meanwhile: it is at version ${version}, you saw ${seen}.`, {
    seen,
    version,
    current: { id, version, state, settledAt: settledAt?.toISOString() ?? null },
  });
