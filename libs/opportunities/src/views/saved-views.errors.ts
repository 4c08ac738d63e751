import {
  forbidden,
  invalid,
  missing,
  refused,
  stale,
  versionRequired,
  type Id,
  type Problem,
  type Refusal,
} from '@tandem/kernel';
import type { ViewPage } from './rules/view';
import type { SavedView } from './saved-view.entity';

/** Somebody else's own view and no view at all are the same to whoever asks. */
export const noView = (id: Id<'saved_view'>): Problem =>
  missing('saved_view.missing', 'There is no such view, or it is no longer shared with you.', { id });

export const keptByAnother = (): Problem =>
  forbidden('saved_view.kept_by_another', 'Only whoever keeps this view changes it. Save it under a name of your own.');

export const viewChanged = (now: SavedView, seen: number): Problem =>
  stale(
    'saved_view.changed',
    `Somebody changed this view meanwhile: it is at version ${now.version}, you saw ${seen}.`,
    {
      seen,
      version: now.version,
      current: { id: now.id, version: now.version, name: now.name, sharedWith: now.sharedWith, filter: now.filter },
    },
  );

export const nameTaken = (name: string): Problem =>
  refused('saved_view.name_taken', `You have a view named “${name}” on this page already.`, { name });

export const tooManyViews = (most: number): Problem =>
  refused('saved_view.too_many', `You have ${most} views on this page already; delete one first.`, { most });

export const badPart = ({ code, detail, facts }: Refusal): Problem =>
  invalid(code, detail, { ...facts, errors: [{ pointer: facts['pointer'], code, detail }] });

export const sharingRefused = ({ code, detail, facts }: Refusal): Problem => forbidden(code, detail, facts);

export const defaultChanged = (current: {
  readonly page: ViewPage;
  readonly viewId: string | null;
  readonly version: number;
}): Problem =>
  stale('saved_view.default_changed', 'You chose another default meanwhile, in another window.', { current });

export const defaultVersionRequired = (): Problem =>
  versionRequired(
    'version.required',
    'You have a default here: send If-Match with the version you were given, such as "v3".',
  );
