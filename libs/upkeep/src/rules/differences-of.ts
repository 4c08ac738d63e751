/** A value as an audit line keeps it: an amount, several at once, or one of them. */
export type Told =
  | { readonly kind: 'amount'; readonly amountMinor: string; readonly currency: string }
  | { readonly kind: 'several'; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'plain'; readonly value: string | number | boolean };

/** One field that is not what it was; null where there was or is nothing. */
export interface Difference {
  readonly field: string;
  readonly before: Told | null;
  readonly after: Told | null;
}

/** What only the product itself reads in a line: counters, digests and marks. */
const silent = new Set(['id', 'version', 'booked', 'figuresDigest', 'lastSeq', 'logHash', 'openMark', 'bookingId']);

/** What a line says that changed, field by field, in the order in which it was written down. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...is.keys(), ...was.keys()])];
  return fields.flatMap((field) => {
    // A deed that tells only what became of it changed nothing else.
    if (is.size > 0 && was.size > 0 && !is.has(field)) return [];
    const difference = { field, before: was.get(field) ?? null, after: is.get(field) ?? null };
    return JSON.stringify(difference.before) === JSON.stringify(difference.after) ? [] : [difference];
  });
}

function fieldsOf(state: unknown): Map<string, Told> {
  const fields = new Map<string, Told>();
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return fields;
  const values = withAmounts(state as Readonly<Record<string, unknown>>);
  for (const [field, value] of Object.entries(values)) {
    const told = silent.has(field) ? null : toldOf(value);
    if (told) fields.set(field, told);
  }
  return fields;
}

/** `amountMinor` and `costMinor` beside a `currency` are an amount and a cost. */
function withAmounts(state: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { currency } = state;
  if (typeof currency !== 'string') return state;
  const entries = Object.entries(state).flatMap(([field, value]): [string, unknown][] => {
    if (!field.endsWith('Minor')) return [[field, value]];
    return [[field.slice(0, -'Minor'.length), isPlain(value) ? { amountMinor: String(value), currency } : null]];
  });
  const spare = entries.some(([, value]) => isAmount(value));
  return Object.fromEntries(entries.filter(([field]) => !(spare && field === 'currency')));
}

function toldOf(value: unknown): Told | null {
  if (isAmount(value)) return { kind: 'amount', amountMinor: String(value.amountMinor), currency: value.currency };
  if (Array.isArray(value)) {
    const values = value.filter(isPlain);
    return values.length === 0 ? null : { kind: 'several', values };
  }
  return isPlain(value) && value !== '' ? { kind: 'plain', value } : null;
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const isAmount = (value: unknown): value is { readonly amountMinor: string | number; readonly currency: string } =>
  typeof value === 'object' && value !== null && 'amountMinor' in value && 'currency' in value;
