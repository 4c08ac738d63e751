import type { Book } from '../books/book';
import { decimal, fraction, total, type Fraction } from '../exact';

/** What something comes to, exactly and in words: `120 USD`, `3`, `0.25`. */
export interface Worth {
  readonly unit: 'money' | 'count' | 'ratio';
  readonly exact: Fraction;
  readonly text: string;
}

export interface Answer {
  /** Null where it cannot be known. */
  readonly value: Worth | null;
  /** The code of the reason why there is no value. */
  readonly unavailable?: string;
  /** By name. */
  readonly parts: Readonly<Record<string, Worth | null>>;
  /** Codes of the sentences beside it. */
  readonly notes?: readonly string[];
  readonly interval?: { readonly low: string; readonly high: string };
}

/** One figure of the product as the reference reckons it; each has a file of its own. */
export interface Figure {
  readonly key: string;
  readonly of: (book: Book) => Answer;
}

export const money = (minor: bigint, { currency }: Pick<Book, 'currency'>): Worth => ({
  unit: 'money',
  exact: fraction(minor, 1n),
  text: `${minor} ${currency}`,
});
export const count = (cases: number): Worth => ({
  unit: 'count',
  exact: fraction(BigInt(cases), 1n),
  text: String(cases),
});
export const share = (exact: Fraction): Worth => ({ unit: 'ratio', exact, text: decimal(exact) });

/** The sum of what can be converted; when something cannot, it is called partial. */
export function revenueOf({ lines }: Book) {
  const known = lines.flatMap((line) => (line.minor === null ? [] : [{ ...line, minor: line.minor }]));
  return {
    lines: known,
    minor: total(known.map(({ minor }) => minor)),
    notes: known.length < lines.length ? ['partial_total'] : [],
  };
}

/** Entries less what was taken back. */
export const netOf = ({ closings }: Book, outcome: 'won' | 'lost'): number =>
  closings.filter((closing) => closing.outcome === outcome).reduce((sum, { sign }) => sum + sign, 0);
