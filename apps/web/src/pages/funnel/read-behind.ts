/** A number beside the funnel that somebody opened, by a parameter of the address: `leak.define_needs.no`, `leads.<source>`, `cost.<source>`. */
export type Behind =
  | { readonly of: 'leak'; readonly row: string; readonly converted: 'yes' | 'no' }
  | { readonly of: 'leads' | 'cost'; readonly source: string }
  | { readonly of: 'stays'; readonly row: string };

/** Null where the address names nothing that can be opened. */
export function readBehind(text: string | null): Behind | null {
  const [of, key, converted] = (text ?? '').split('.');
  if (!key) return null;
  switch (of) {
    case 'leak':
      return converted === 'yes' || converted === 'no' ? { of, row: key, converted } : null;
    case 'leads':
    case 'cost':
      return { of, source: key };
    case 'stays':
      return { of, row: key };
    default:
      return null;
  }
}

export const leakBehind = (row: string, converted: 'yes' | 'no'): string => `leak.${row}.${converted}`;
