import fc from 'fast-check';
import { oddHeaders, oddMedias, oddPaths } from './odd-headers';
import { brokenTexts, oddCursors, oddKeys, oddTexts, oddValues } from './odd-values';

/** One thing that is wrong, or at least odd, about a request. */
export type Mutation =
  | {
      readonly of: 'body';
      readonly act: 'replace' | 'add' | 'remove' | 'twice' | 'wrap' | 'deep' | 'crowd';
      readonly at: number;
      readonly key: string;
      readonly value: unknown;
    }
  | { readonly of: 'text'; readonly act: (typeof brokenTexts)[number]; readonly at: number }
  | { readonly of: 'media'; readonly type: string | null; readonly encoding: string | null }
  | {
      readonly of: 'query';
      readonly act: 'replace' | 'add' | 'twice' | 'bracket';
      readonly at: number;
      readonly key: string;
      readonly value: string;
    }
  | { readonly of: 'cursor'; readonly value: string }
  | { readonly of: 'path'; readonly act: 'replace' | 'raw'; readonly at: number; readonly value: string }
  | { readonly of: 'header'; readonly name: string; readonly value: string };

/** Made once: it looks at every character there is. */
const anyText = fc.string({ unit: 'binary', maxLength: 60 });

/** What makes a body large is tried seldom, since one of those takes as long as twenty others. */
const acts = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('replace' as const) },
  { weight: 30, arbitrary: fc.constantFrom('add' as const, 'remove' as const, 'twice' as const, 'wrap' as const) },
  { weight: 2, arbitrary: fc.constantFrom('deep' as const, 'crowd' as const) },
);

/** What may be wrong with a request of these parts; the weights say how often. */
export function mutationsOf(parts: {
  readonly json: boolean;
  readonly query: boolean;
  readonly path: boolean;
  readonly cursor: boolean;
}): fc.Arbitrary<Mutation> {
  const at = fc.nat(999);
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...oddValues) },
    { weight: 1, arbitrary: anyText },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
  const text = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...oddTexts) }, { weight: 1, arbitrary: anyText });
  const key = fc.constantFrom(...oddKeys);
  const body = fc.record({
    of: fc.constant('body' as const),
    act: acts,
    at,
    key,
    value,
  });
  const broken = fc.record({ of: fc.constant('text' as const), act: fc.constantFrom(...brokenTexts), at });
  const media = fc.record({
    of: fc.constant('media' as const),
    type: fc.constantFrom(...oddMedias),
    encoding: fc.constantFrom(null, null, null, 'gzip', 'identity'),
  });
  const query = fc.record({
    of: fc.constant('query' as const),
    act: fc.constantFrom('replace', 'replace', 'replace', 'add', 'twice', 'bracket'),
    at,
    key,
    value: text,
  });
  const path = fc
    .record({ of: fc.constant('path' as const), act: fc.constantFrom('replace', 'raw'), at, value: text })
    .map((mutation) =>
      mutation.act === 'raw' ? { ...mutation, value: oddPaths[mutation.at % oddPaths.length] ?? '' } : mutation,
    );
  const header = fc
    .constantFrom(...oddHeaders)
    .map(([name, content]) => ({ of: 'header' as const, name, value: content }));
  const cursor = fc.constantFrom(...oddCursors).map((mark) => ({ of: 'cursor' as const, value: mark }));
  return fc.oneof<fc.WeightedArbitrary<Mutation>[]>(
    { weight: parts.json ? 12 : 0, arbitrary: body },
    { weight: parts.json ? 2 : 0, arbitrary: broken },
    { weight: parts.json ? 2 : 1, arbitrary: media },
    { weight: parts.query ? 8 : 1, arbitrary: query },
    { weight: parts.cursor ? 4 : 0, arbitrary: cursor },
    { weight: parts.path ? 3 : 0, arbitrary: path },
    { weight: 4, arbitrary: header },
  );
}
