import type { Against, Closing, Measure, RecordsPlace } from '../../../api/outlook.api';

/** Whose records are opened: a line of the waterfall, a part of the forecast, a moment of coverage, a node of the variance. */
export interface Behind {
  readonly of: 'waterfall' | 'forecast' | 'coverage' | 'variance';
  readonly key: string;
}

/** How the page asks about what only some of them know. */
export interface Wishes {
  readonly closing: Closing;
  readonly against: Against;
  readonly measure: Measure;
}

const kinds = ['waterfall', 'forecast', 'coverage', 'variance'] as const;

/** Reads `waterfall.new` or `variance.conversion.propose` from the address of the page; null when it says nothing readable. */
export function readBehind(text: string | null): Behind | null {
  const [kind, ...rest] = (text ?? '').split('.');
  const of = kinds.find((known) => known === kind);
  const key = rest.join('.');
  return of && key !== '' ? { of, key } : null;
}

export function placeOf({ of, key }: Behind, { closing, against, measure }: Wishes): RecordsPlace {
  const path = `/metrics/${of}/records`;
  switch (of) {
    case 'waterfall':
      return { path, query: { bucket: key, closing } };
    case 'forecast':
    case 'coverage':
      return { path, query: { of: key } };
    case 'variance':
      return { path, query: { node: key, against, measure } };
  }
}
