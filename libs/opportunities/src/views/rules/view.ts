import type { Id } from '@tandem/kernel';
import type { ClosesIn } from '../../rules/closing-span';
import type { Outcome } from '../../rules/tracked-state';

export const viewPages = ['board', 'opportunities'] as const;
export type ViewPage = (typeof viewPages)[number];

export const sharings = ['nobody', 'team', 'organisation'] as const;
export type Sharing = (typeof sharings)[number];

/** What a page is narrowed to. */
export interface ViewFilter {
  /** `me` is whoever looks. */
  readonly ownerId?: Id<'person'> | 'me';
  readonly teamId?: Id<'team'>;
  readonly stageId?: Id<'stage'>;
  readonly accountId?: Id<'account'>;
  readonly outcome?: Outcome;
  readonly closes?: ClosesIn;
  readonly q?: string;
}

/** The parts of a filter that name a record, and may outlive it. */
export const namingParts = ['ownerId', 'teamId', 'stageId', 'accountId'] as const;
export type NamingPart = (typeof namingParts)[number];
