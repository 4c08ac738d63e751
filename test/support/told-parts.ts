import type { MetricPartWire } from '@tandem/contracts';

/** What stands somewhere in an answer: with the item of a list it belongs to, and the item before. */
interface Place {
  readonly value: unknown;
  readonly item: Fields;
  readonly previous: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

/** Follows the steps of a part through an answer; nothing is found where the answer says that nothing is known. */
export function placesOf(answer: object, at: string): Place[] {
  const root = answer as Fields;
  let places: Place[] = [{ value: answer, item: root, previous: root }];
  for (const step of at.split('.')) places = places.flatMap((place) => follow(place, step));
  return places;
}

function follow({ value, item, previous }: Place, step: string): Place[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) return [{ value: (value as Fields)[step], item, previous }];
  const items = value as Fields[];
  if (step !== '*') return [{ value: items.find(({ key }) => key === step) ?? {}, item, previous }];
  return items.map((one, place) => ({ value: one, item: one, previous: items[place - 1] ?? {} }));
}

/** The question for the records of a part in one place: what the answer was asked with, and what the part adds to it. */
export function recordsOf(
  { records }: MetricPartWire,
  answer: object,
  { item, previous }: Place,
  asked: Fields,
): string {
  const [path = '', template = ''] = records.split('?');
  const query = new URLSearchParams(asked as Record<string, string>);
  const places: Readonly<Record<string, Fields>> = { previous, answer: answer as Fields };
  for (const [name, filled] of new URLSearchParams(template)) {
    query.set(
      name,
      filled.replaceAll(/\{(?:(\w+)\.)?(\w+)\}/g, (_, of: string | undefined, field: string) =>
        String((of === undefined ? item : places[of])?.[field]),
      ),
    );
  }
  return `/${path}?${query.toString()}`;
}

interface Wire {
  readonly unit?: 'money' | 'count' | 'ratio';
  readonly amountMinor?: string;
  readonly money?: { readonly amountMinor: string };
  readonly count?: number;
}

/** A number of an answer or a record as a whole number; what is not there is 0. */
export function sizeOf(value: unknown): bigint {
  if (typeof value === 'number') return BigInt(value);
  const { amountMinor, money, count } = (value ?? {}) as Wire;
  return BigInt(amountMinor ?? money?.amountMinor ?? count ?? 0);
}

/** What records add up to. */
export const sumOf = ({ of, adds }: MetricPartWire, records: readonly Fields[]): bigint =>
  records
    .filter((record) => of === null || record['of'] === of)
    .reduce((sum, record) => sum + (adds === '1' ? 1n : sizeOf(record[adds])), 0n);
