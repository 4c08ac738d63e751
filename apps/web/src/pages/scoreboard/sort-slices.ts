import type { FigureKey, FigureWire, ScoreboardWire } from '@tandem/contracts';
import { sizeOf } from '../../components/figures/bullet-scale';

type Slice = ScoreboardWire['slices'][number];

export interface Sorting {
  readonly by: FigureKey | 'name';
  readonly descending: boolean;
}

/** Sorts the parts by a figure or by name; a figure that could not be computed stands last either way. */
export function sortSlices(
  slices: readonly Slice[],
  { by, descending }: Sorting,
  nameOf: (slice: Slice['slice']) => string,
): Slice[] {
  const byName = (one: Slice, other: Slice) => nameOf(one.slice).localeCompare(nameOf(other.slice));
  const turn = descending ? -1 : 1;
  return slices.toSorted((one, other) => {
    if (by === 'name') return turn * byName(one, other);
    const [left, right] = [sizeIn(one.figures, by), sizeIn(other.figures, by)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(one, other);
    return turn * (left - right) || byName(one, other);
  });
}

const sizeIn = (figures: readonly FigureWire[], key: FigureKey): number | null => {
  const value = figures.find((figure) => figure.key === key)?.value;
  return value ? sizeOf(value) : null;
};
