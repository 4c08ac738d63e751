import type { PlainDate } from '@tandem/kernel';
import type { Scope } from '../../rules/facts';
import type { RollupSlice } from './slices';

/** Slices of one kind whose sums together are what a question is narrowed to. */
export interface AskedSlices {
  readonly sliceKind: Extract<RollupSlice, 'all' | 'team' | 'person' | 'source'>;
  readonly slices: readonly (string | null)[];
}

const kinds = { teamId: 'team', personId: 'person', sourceId: 'source' } as const;

/** An office is its teams. Null where a question is narrowed in two ways at once, or to an office of nobody: no sums are kept of that. */
export function askedSlices(
  scope: Scope,
  teams: ReadonlyMap<string, { readonly officeId: string | null }>,
): AskedSlices | null {
  const narrowed = Object.entries(scope).filter(([, wished]) => wished !== undefined) as [keyof Scope, string | null][];
  const [one, another] = narrowed;
  if (another) return null;
  if (!one) return { sliceKind: 'all', slices: [null] };
  const [name, wished] = one;
  if (name !== 'officeId') return { sliceKind: kinds[name], slices: [wished] };
  const within = [...teams].filter(([, { officeId }]) => officeId === wished).map(([id]) => id);
  return within.length === 0 ? null : { sliceKind: 'team', slices: within };
}

/** The past day a question is asked as of; null when it is now, undefined for a moment within a day, of which no sums are kept. */
export function pastDay(
  asOf: string | Date | undefined,
  { knownBy, today }: { readonly knownBy: Date | null; readonly today: PlainDate },
): PlainDate | null | undefined {
  if (knownBy === null) return null;
  return typeof asOf === 'string' ? today : undefined;
}
