import type { FigureNoteWire } from '@tandem/contracts';

/** How many something is said of, by its code; nothing where it is none. */
export type Notes = Readonly<Record<string, number | boolean>>;

export const notesIn = (notes: Notes): string =>
  Object.entries(notes)
    .filter(([, count]) => count !== 0 && count !== false)
    .map(([code, count]) => (count === true ? code : `${code} ${count}`))
    .toSorted()
    .join(', ');

/** The codes of the sentences, each with the number that this place of it holds. */
export const notesOf = (notes: readonly FigureNoteWire[], places: Readonly<Record<string, number>> = {}): string =>
  notes
    .map(({ code, detail }) => {
      const count = (detail.match(/\d[\d,]*/g) ?? []).at(places[code] ?? 0);
      return count === undefined ? code : `${code} ${count.replaceAll(',', '')}`;
    })
    .toSorted()
    .join(', ');
