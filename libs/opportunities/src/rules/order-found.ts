import { nameRanks, type NameRank } from '@tandem/kernel';
import type { Outcome } from './tracked-state';

interface Findable {
  readonly id: string;
  /** What is still worked on stands before what is decided. */
  readonly outcome?: Outcome;
}

/**
 * The best few of what was found, each once: by how well the name answers, what is open first, the newest first. The database found
 * each of them; what our own reading of it does not explain comes last.
 */
export function inOrder<Item extends Findable>(
  found: readonly Item[],
  rankOf: (item: Item) => NameRank | null,
  limit: number,
): Item[] {
  const once = [...new Map(found.map((item) => [item.id, item])).values()];
  const placed = once.map((item) => ({ item, place: placeOf(rankOf(item)), isDecided: isDecided(item) }));
  placed.sort(
    (one, other) =>
      one.place - other.place ||
      Number(one.isDecided) - Number(other.isDecided) ||
      (one.item.id < other.item.id ? 1 : -1),
  );
  return placed.slice(0, limit).map(({ item }) => item);
}

const isDecided = ({ outcome = 'open' }: Findable): boolean => outcome !== 'open';

const placeOf = (rank: NameRank | null): number => (rank === null ? nameRanks.length : nameRanks.indexOf(rank));
