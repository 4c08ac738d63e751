import type { DraftItem, LeftOpen, Section } from './agenda-facts';

/** From this many meetings on an item must be done, dropped or escalated. */
export const carriedTooOften = 3;

/** Sections whose open items wait for a decision; the others are told anew at every meeting. */
const waiting: ReadonlySet<Section> = new Set(['leaks', 'problems', 'new']);

export const waitsForDecision = ({ section }: { readonly section: Section }): boolean => waiting.has(section);

/**
 * Brings open items of the meeting before along. An item the facts still give continues under its new facts with one
 * more meeting on its back; one that a person added or the meeting parked is taken over as it is; any other problem that is gone needs
 * no decision. What was agreed comes back by itself as long as it is not done.
 */
export function carryOver(drafts: readonly DraftItem[], leftOpen: readonly LeftOpen[]): DraftItem[] {
  const waited = leftOpen.filter((item) => waitsForDecision(item) || item.parkedAt !== null);
  const byKey = new Map(waited.map((item) => [keyOf(item), item]));
  const continued = drafts.map((item) => {
    const before = byKey.get(keyOf(item));
    return before ? { ...item, carried: before.carried + 1, carriedFromId: before.id } : item;
  });
  const told = new Set(drafts.map(keyOf));
  const added = waited
    .filter((item) => item.section === 'new' || (isTakenOver(item) && !told.has(keyOf(item))))
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

const isTakenOver = ({ section, parkedAt }: LeftOpen): boolean => section !== 'actions' && parkedAt !== null;

/** What makes two items of two meetings the same: the kind, and the record, team, step or figure it speaks of. */
const keyOf = ({
  section,
  kind,
  subjectId,
  facts,
}: Pick<DraftItem, 'section' | 'kind' | 'subjectId' | 'facts'>): string =>
  [section, kind, subjectId ?? facts.teamId ?? facts.rowKey ?? facts.key ?? ''].map(String).join('|');
