/**
 * A number beside the funnel that somebody opened, by a parameter of the address: `leak.define_needs.no`, `leads.<source>`,
 * `cost.<source>`, `stays.define_needs`, `moves.<from>.<to>` with `*` for any place, `kind.regression`, `skips.all`.
 */
export type Behind =
  | { readonly of: 'leak'; readonly row: string; readonly converted: 'yes' | 'no' }
  | { readonly of: 'leads' | 'cost'; readonly source: string }
  | { readonly of: 'stays'; readonly row: string }
  | { readonly of: 'moves'; readonly asked: MovesAsked };

/** A row, a column or a cell of the moves, a kind of them, or those that jumped over a mandatory stage. */
export interface MovesAsked {
  readonly from?: string;
  readonly to?: string;
  readonly kind?: string;
  readonly skipped?: 'true';
}

/** Null where the address names nothing that can be opened. */
export function readBehind(text: string | null): Behind | null {
  const [of, key, more] = (text ?? '').split('.');
  if (!key) return null;
  switch (of) {
    case 'leak':
      return more === 'yes' || more === 'no' ? { of, row: key, converted: more } : null;
    case 'leads':
    case 'cost':
      return { of, source: key };
    case 'stays':
      return { of, row: key };
    case 'moves':
      return more ? { of, asked: { ...place('from', key), ...place('to', more) } } : null;
    case 'kind':
      return { of: 'moves', asked: { kind: key } };
    case 'skips':
      return { of: 'moves', asked: { skipped: 'true' } };
    default:
      return null;
  }
}

const anyPlace = '*';

const place = (end: 'from' | 'to', key: string): MovesAsked => (key === anyPlace ? {} : { [end]: key });

export const movesBehind = (from: string | null, to: string | null): string =>
  `moves.${from ?? anyPlace}.${to ?? anyPlace}`;

export const leakBehind = (row: string, converted: 'yes' | 'no'): string => `leak.${row}.${converted}`;
