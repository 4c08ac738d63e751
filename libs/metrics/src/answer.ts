import type { Computed, Part } from './kpi';
import type { FigureValue, Note } from './rules/figure-value';
import type { Interval } from './rules/wilson-interval';

interface Beside {
  readonly parts: readonly Part[];
  readonly notes?: readonly Note[];
  readonly interval?: Interval | null;
}

/** An answer with a value. */
export const known = (value: FigureValue, { parts, notes = [], interval = null }: Beside): Computed => ({
  value,
  unavailable: null,
  notes,
  parts,
  interval,
});

/** An answer that is n/a, with its reason; what could be summed still stands in the parts. */
export const unavailable = (why: Note, { parts, notes = [] }: Beside): Computed => ({
  value: null,
  unavailable: why,
  notes,
  parts,
  interval: null,
});
