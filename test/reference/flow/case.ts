import type { Scope } from '../books/book';
import type { Told } from '../subjects/subject';

/** All that a question about flow can be narrowed to. */
export interface WideScope extends Scope {
  readonly campaignId?: string | null;
  readonly productId?: string | null;
  readonly segment?: string | null;
}

/** Whose something is, and what it belongs to. */
export type Whose = { readonly [Slice in keyof Required<WideScope>]: string | null };

export const kindsOfSlices = ['team', 'office', 'person', 'source', 'campaign', 'segment', 'product'] as const;
export type KindOfSlice = (typeof kindsOfSlices)[number];

export const sliceOf = (kind: KindOfSlice): keyof WideScope => (kind === 'segment' ? 'segment' : `${kind}Id`);

const slices = kindsOfSlices.map(sliceOf);

/** What a scope holds. */
export const within = <One extends { readonly whose: Whose }>(cases: readonly One[], scope: WideScope): One[] =>
  cases.filter(({ whose }) => slices.every((slice) => !(slice in scope) || scope[slice] === whose[slice]));

/** How an answer is asked for, and what it is told of. */
export interface Cut {
  readonly scope: WideScope;
  readonly by: readonly KindOfSlice[];
}

/** The whole of a scope, and every slice or pair of slices that has a case, each told in the same way. */
export function tellSlices<One extends { readonly whose: Whose }>(
  cases: readonly One[],
  { scope, by }: Cut,
  tell: (own: readonly One[]) => Iterable<readonly [string, string]>,
): Told {
  const own = within(cases, scope);
  const all = (name: string, some: readonly One[]) =>
    [...tell(some)].map(([of, says]) => [`${name} ${of}`, says] as const);
  const places = by.length === 0 ? [] : own.map(({ whose }) => by.map((kind) => whose[sliceOf(kind)]));
  const told = new Map(places.map((ids) => [nameOf(by, ids), ids]));
  return new Map([
    ...all('all', own),
    ...[...told].flatMap(([name, ids]) =>
      all(name, within(own, Object.fromEntries(by.map((kind, place) => [sliceOf(kind), ids[place] ?? null])))),
    ),
  ]);
}

export const nameOf = (by: readonly string[], ids: readonly (string | null)[]): string =>
  by.map((kind, place) => `${kind} ${ids[place]}`).join(' × ');
