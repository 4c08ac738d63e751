import type { Book } from '../books/book';
import { decimal, total, type Fraction } from '../exact';

/** What a figure comes to, in words: `120 USD`, `3`, `0.25`; null where it cannot be known. */
export type Worth = string | null;

export interface Answer {
  readonly value: Worth;
  /** The code of the reason why there is no value. */
  readonly unavailable?: string;
  /** By name. */
  readonly parts: Readonly<Record<string, Worth>>;
  /** Codes of the sentences beside it. */
  readonly notes?: readonly string[];
  readonly interval?: { readonly low: string; readonly high: string };
}

/** One figure of the product as the reference reckons it; each has a file of its own. */
export interface Figure {
  readonly key: string;
  readonly of: (book: Book) => Answer;
}

export const money = (minor: bigint, { currency }: Pick<Book, 'currency'>): Worth => `${minor} ${currency}`;
export const count = (cases: number): Worth => String(cases);
export const share = (ratio: Fraction): Worth => decimal(ratio);

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
