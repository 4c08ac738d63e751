import { refusal, type Actor, type Refusal } from '@tandem/kernel';
import type { Sharing, ViewFilter, ViewPage } from './view';

/** What the rules need to know of whoever asks. */
export type Keeper = Pick<Actor, 'personId' | 'role' | 'teamId'>;

/** What they need to know of a view. */
export interface Shared {
  readonly ownerId: string;
  readonly sharedWith: Sharing;
  readonly teamId: string | null;
}

const beyondTheTeam: readonly Keeper['role'][] = ['manager', 'liaison', 'revenue_officer', 'administrator'];
const keepersOfAll: readonly Keeper['role'][] = ['revenue_officer', 'administrator'];

/**
 * With whom somebody may share: those who work, with their own team; those who answer for others, with everybody. Who only looks keeps
 * views for themselves.
 */
export function sharingsOf({ role, teamId }: Keeper): Sharing[] {
  if (role === 'viewer') return ['nobody'];
  return [
    'nobody',
    ...(teamId === null ? [] : (['team'] as const)),
    ...(beyondTheTeam.includes(role) ? (['organisation'] as const) : []),
  ];
}

/** A view is found by whoever keeps it and by those it is shared with. */
export function maySee({ personId, teamId }: Keeper, view: Shared): boolean {
  if (view.ownerId === personId || view.sharedWith === 'organisation') return true;
  return view.sharedWith === 'team' && view.teamId === teamId;
}

/**
 * Whoever keeps a view changes it. What is shared outlives them, so the manager of its team, and for everybody's views the revenue officer
 * and the administrators, keep it too.
 */
export function mayChange({ personId, role, teamId }: Keeper, view: Shared): boolean {
  if (view.ownerId === personId) return true;
  if (view.sharedWith === 'organisation') return keepersOfAll.includes(role);
  return view.sharedWith === 'team' && role === 'manager' && view.teamId === teamId;
}

/** Whether a view may be shared so; one that is shared so already may stay it. */
export function decideSharing(keeper: Keeper, wished: Sharing, present: Sharing | null): Sharing | Refusal {
  if (wished === present || sharingsOf(keeper).includes(wished)) return wished;
  const code = wished === 'team' ? 'saved_view.no_team' : 'saved_view.not_with_all';
  const detail =
    wished === 'team'
      ? 'Only those who work in a team share a view with it.'
      : 'Only managers, liaisons, the revenue officer and administrators share a view with everybody.';
  return refusal(code, detail, { sharedWith: wished });
}

const partsOf: Readonly<Record<ViewPage, readonly (keyof ViewFilter)[]>> = {
  board: ['ownerId', 'teamId', 'closes', 'q'],
  opportunities: ['ownerId', 'teamId', 'stageId', 'accountId', 'outcome', 'closes', 'q'],
};

/** A view holds nothing that its page could not show: it would seem narrower than it is. */
export function decideFilter(page: ViewPage, filter: ViewFilter): ViewFilter | Refusal {
  const given = (Object.keys(filter) as (keyof ViewFilter)[]).filter((part) => filter[part] !== undefined);
  const unknown = given.find((part) => !partsOf[page].includes(part) || (page === 'board' && isAnother(part, filter)));
  if (unknown === undefined) return filter;
  return refusal('saved_view.part_unknown', `This page has no filter by ${unknown}.`, {
    part: unknown,
    pointer: `/filter/${unknown}`,
  });
}

/** The board shows one's own or everybody's, and nobody else's alone. */
const isAnother = (part: keyof ViewFilter, { ownerId }: ViewFilter): boolean => part === 'ownerId' && ownerId !== 'me';
