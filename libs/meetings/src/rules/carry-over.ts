import type { DraftItem, LeftOpen } from './agenda-facts';

/** From this many meetings on an item must be done, dropped or escalated. */
export const carriedTooOften = 3;

/** Sections whose open items wait for a decision; the others are told anew at every meeting. */
const waiting = new Set(['leaks', 'problems', 'new']);

/**
 * Brings open items of the meeting before along. An item the facts still give continues under its new facts with one
 * more meeting on its back; one that a person added is taken over as it is; a problem that is gone needs no decision.
 */
export function carryOver(drafts: readonly DraftItem[], leftOpen: readonly LeftOpen[]): DraftItem[] {
  const waited = leftOpen.filter(({ section }) => waiting.has(section));
  const byKey = new Map(waited.map((item) => [keyOf(item), item]));
  const continued = drafts.map((item) => {
    const before = byKey.get(keyOf(item));
    return before ? { ...item, carried: before.carried + 1, carriedFromId: before.id } : item;
  });
  const added = waited
    .filter(({ section }) => section === 'new')
    .map(({ id, section, kind, subjectId, facts, carried, addedById }) => ({
      section,
      kind,
      subjectId,
      facts,
      carried: carried + 1,
      carriedFromId: id,
      addedById,
    }));
  return [...continued, ...added];
}

/** What makes two items of two meetings the same: the kind, and the record, team or step it speaks of. */
const keyOf = ({
  section,
  kind,
  subjectId,
  facts,
}: Pick<DraftItem, 'section' | 'kind' | 'subjectId' | 'facts'>): string =>
  [section, kind, subjectId ?? facts.teamId ?? facts.rowKey ?? ''].map(String).join('|');
