import { z } from 'zod';
import { closesIn, outcome } from './opportunities.contract';
import { bilingual, id, line, version } from './shapes.contract';

/** The pages that filters are kept for. */
export const viewPage = z.enum(['board', 'opportunities']);

/** Who finds a view in their menu besides whoever keeps it. */
export const viewSharing = z.enum(['nobody', 'team', 'organisation']);

/** What a page is narrowed to; the board knows `ownerId: me`, `teamId`, `closes` and `q`, the list all of it. */
export const viewFilter = z.strictObject({
  /** A person, or `me`: whoever looks at it. */
  ownerId: z.union([z.literal('me'), id]).optional(),
  teamId: id.optional(),
  stageId: id.optional(),
  accountId: id.optional(),
  outcome: outcome.optional(),
  closes: closesIn.optional(),
  q: line(100).optional(),
});

/** A filter of a page under a name. */
export const savedView = z.object({
  id,
  page: viewPage,
  name: z.string(),
  filter: viewFilter,
  sharedWith: viewSharing,
  owner: z.object({ id, name: bilingual }),
  /** Whether whoever asks may rename, share, change and delete it. */
  mayChange: z.boolean(),
  /** Parts of the filter that name what is there no more: a person who left, an account merged into another one. */
  gone: z.array(z.enum(['ownerId', 'teamId', 'stageId', 'accountId'])),
  version,
});

/** The view that somebody begins with on a page; null when they went back to none. */
export const defaultView = z.object({ page: viewPage, viewId: id.nullable(), version });

export const savedViewList = z.object({
  /** Those of whoever asks, then what is shared with them; each by name. */
  items: z.array(savedView),
  defaults: z.array(defaultView),
  /** With whom whoever asks may share. */
  mayShareWith: z.array(viewSharing),
});

export const newSavedView = z.strictObject({
  page: viewPage,
  name: line(80),
  sharedWith: viewSharing.default('nobody'),
  filter: viewFilter,
});

/** What is left out stays; a filter is given whole. */
export const savedViewPatch = z.strictObject({
  name: line(80).optional(),
  sharedWith: viewSharing.optional(),
  filter: viewFilter.optional(),
});

export const newDefaultView = z.strictObject({ viewId: id.nullable() });

export type ViewPage = z.infer<typeof viewPage>;
export type ViewSharing = z.infer<typeof viewSharing>;
export type ViewFilter = z.infer<typeof viewFilter>;
export type SavedViewWire = z.infer<typeof savedView>;
export type DefaultViewWire = z.infer<typeof defaultView>;
export type SavedViewListWire = z.infer<typeof savedViewList>;
export type NewSavedView = z.infer<typeof newSavedView>;
export type SavedViewPatch = z.infer<typeof savedViewPatch>;
