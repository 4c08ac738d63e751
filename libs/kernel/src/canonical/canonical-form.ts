/**
 * How a value is written down before it is hashed: an id and text as hexadecimal digits of its bytes, an instant as
 * `YYYY-MM-DD hh:mm:ss.mmm` in UTC, a date as `YYYY-MM-DD`, a number and a word as they are, a rate with ten decimals, a document as it is
 * stored.
 */
export type CanonicalKind = 'id' | 'number' | 'rate' | 'word' | 'text' | 'instant' | 'date' | 'document';

/** The columns of a sealed row in their order. The name carries a number, because a changed form is another form. */
export interface CanonicalForm {
  readonly name: string;
  readonly columns: Readonly<Record<string, CanonicalKind>>;
}

/** Stands for a value that is not there; no value is written so. */
export const nothingThere = '-';

/**
 * The canonical text of a row from its values, in the order of the form; the same bytes as the SQL of it gives. `previous` is
 * the hash of the row before, null before the first, and left out where the form is not chained.
 */
export function canonicalText(
  { name, columns }: CanonicalForm,
  values: readonly unknown[],
  previous?: Buffer | null,
): string {
  const parts = Object.values(columns).map((kind, place) => {
    const value = values[place];
    return value === null || value === undefined ? nothingThere : inText[kind](value);
  });
  const before = previous === undefined ? [] : [previous ? hex(previous) : nothingThere];
  return [name, ...before, ...parts].join('|');
}

const inText: Readonly<Record<CanonicalKind, (value: unknown) => string>> = {
  id: (value) => String(value).replaceAll('-', '').toUpperCase(),
  number: String,
  rate: (value) => {
    const [whole, decimals = ''] = String(value).split('.');
    return `${whole}.${decimals.padEnd(10, '0')}`;
  },
  word: String,
  text: (value) => hex(Buffer.from(String(value), 'utf8')),
  instant: (value) => (value as Date).toISOString().slice(0, 23).replace('T', ' '),
  date: String,
  document: () => {
    throw new Error('a document is hashed as it is stored, in SQL only');
  },
};

const hex = (bytes: Buffer): string => bytes.toString('hex').toUpperCase();
