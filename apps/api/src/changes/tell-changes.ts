import { changedKind, type ChangedKind, type ChangesWire } from '@tandem/contracts';
import type { ChangedRecord } from '@tandem/outbox';

const mostIds = 100;

/** The news for a screen: kinds it may show, and which records; null when nothing of it is its business. */
export function tellChanges(changed: readonly Pick<ChangedRecord, 'kind' | 'id'>[]): ChangesWire | null {
  const shown = changed.filter(({ kind }) => isShown(kind));
  if (shown.length === 0) return null;
  const kinds = [...new Set(shown.map(({ kind }) => kind as ChangedKind))].toSorted();
  const ids = [...new Set(shown.map(({ id }) => id))];
  const named = ids.filter((id) => id !== null);
  return { kinds, ids: named.length === ids.length && named.length <= mostIds ? named : null };
}

/** The news when everything may be another. */
export const everythingChanged: ChangesWire = { kinds: changedKind.options, ids: null };

/** A message of an event stream. */
export const eventText = (news: ChangesWire): string => `event: changed\ndata: ${JSON.stringify(news)}\n\n`;

const isShown = (kind: string): boolean => (changedKind.options as readonly string[]).includes(kind);
