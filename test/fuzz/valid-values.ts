import fc from 'fast-check';
import { kindOf, Pick } from './ground';
import type { Schema } from './operations';

/** Sentences that a person may well write: two scripts, marks of every kind, nothing that a line of text must not hold. */
const sentences = [
  'Fair in May',
  '春季商展',
  'Nu Shu Ltd., Taipei',
  `O'Brien "& sons"; -- 100 %_\\`,
  '👩‍👩‍👧‍👦 مرحبا İstanbul ﬁ',
  '=SUM(A1:A9)',
  '{{7*7}} ${x} <b>&amp;</b>',
  'é e\u0301 \u1112\u1161\u11ab',
];

/** Words that only the run knows: stage keys, reasons, periods, page marks. */
export const taught = new Set([
  'row',
  'node',
  'reason',
  'seriesKey',
  'isoWeek',
  'period',
  'periodKey',
  'cursor',
  'password',
  'ratio',
  'from',
  'rate',
  'url',
  'currency',
  'amountMinor',
]);

/**
 * Values that fit a schema. What stands in the database is left as a `Pick`, so that a plan depends on its seed alone and not
 * on what the run has made so far.
 */
export function valuesOf(schema: Schema, name = ''): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return fc.oneof(...branches.map((branch) => valuesOf(branch, name)));
  if (Array.isArray(schema.type)) {
    const types = schema.type as readonly string[];
    const typed = types.map((type) => ({
      weight: type === 'null' ? 1 : 4,
      arbitrary: valuesOf({ ...schema, type }, name),
    }));
    return fc.oneof(...typed);
  }
  switch (schema.type) {
    case 'object':
      return objectsOf(schema);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, name), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case 'string':
      return textsOf(schema, name);
    case 'integer':
      return integersOf(schema);
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.constantFrom<unknown>(1, 'x', true, null, {}, []);
  }
}

/** Half of them are small, as numbers of rows and revisions are. */
function integersOf({ minimum = 0, maximum = 1e6 }: Schema): fc.Arbitrary<number> {
  const [min, max] = [Math.max(minimum, -1e6), Math.min(maximum, 1e6)];
  const least = Math.max(min, 0);
  return fc.oneof(fc.integer({ min: least, max: Math.min(max, least + 5) }), fc.integer({ min, max }));
}

/** Half of them with few of the optional fields, since each one more is one more reason to refuse. */
function objectsOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const names = Object.keys(properties);
  const fields = fc.record(
    Object.fromEntries(names.map((name) => [name, valuesOf(properties[name] ?? {}, properties[name]?.means ?? name)])),
  );
  const chance = fc.constantFrom(0, 1, 1, 2, 4);
  const dice = fc.array(fc.nat(4), { minLength: names.length, maxLength: names.length });
  return fc
    .tuple(fields, chance, dice)
    .map(([values, most, thrown]) =>
      Object.fromEntries(
        Object.entries(values).filter(([name], at) => required.includes(name) || (thrown[at] ?? 0) < most),
      ),
    );
}

function textsOf(schema: Schema, name: string): fc.Arbitrary<unknown> {
  const number = fc.nat(9_999);
  if (schema.format === 'uuid') return number.map((n) => new Pick('ids', kindOf(name), n));
  const pattern = schema.pattern === undefined ? null : matching(schema.pattern);
  const known = number.map((n) => new Pick('words', name, n));
  if (name === 'email')
    return fc.oneof(
      known,
      number.map((n) => `fuzz-${n}@example.test`),
    );
  if (taught.has(name) && !schema.format?.startsWith('date'))
    return pattern ? fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: pattern }) : known;
  if (schema.format === 'date') {
    const days = fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -6, max: 6 })).map(dayFromNow);
    return fc.oneof({ weight: 9, arbitrary: days }, { weight: 1, arbitrary: pattern ?? days });
  }
  if (schema.format === 'date-time')
    return fc.integer({ min: -200, max: 200 }).map((days) => `${dayFromNow(days)}T10:20:30.456Z`);
  if (pattern) return pattern;
  return fc
    .tuple(fc.constantFrom(...sentences), fc.nat(99))
    .map(([sentence, n]) => fitted(`${sentence} ${n}`, schema.minLength ?? 0, schema.maxLength ?? 200));
}

/** Made once for each pattern: it looks at every character that may stand somewhere. */
const patterns = new Map<string, fc.Arbitrary<string>>();
function matching(pattern: string): fc.Arbitrary<string> {
  const made = patterns.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' });
  patterns.set(pattern, made);
  return made;
}

const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Cut between characters, never in the middle of one; lengths are UTF-16 units, as the server counts them. */
function fitted(text: string, least: number, most: number): string {
  let cut = text.padEnd(least, 'x');
  while (cut.length > most) cut = [...cut].slice(0, -1).join('');
  return cut.trim().padEnd(least, 'x');
}
