import type { PlainDate } from '@tandem/kernel';
import { elapsedDays } from '../../rules/convert-cohort';
import { stayHours } from '../../rules/count-funnel';
import type { Entry, FunnelMode } from '../../rules/find-entries';
import type { Stay } from '../../rules/measure-stay';
import { modeBits, type Cell, type CellCredit, type Placed } from './cell';
import { knownSince } from './known-since';
import { longestDays, longestHours, type FunnelSetting } from './funnel-of';

/** One value for each mode: ordered, strict, any. */
export type Trio<Value> = readonly [ordered: Value, strict: Value, any: Value];

/** An entry with its local day and whose it is. */
export interface PlacedEntry extends Entry {
  readonly day: PlainDate;
  readonly credit: CellCredit;
}

/** What the funnel says of one opportunity once its log is known up to a day. */
export interface Standing {
  /** First entries by row; the entry of a mode is the same object as long as it stands. */
  readonly entries: Trio<readonly (PlacedEntry | null)[]>;
  readonly stays: readonly (Stay | null)[];
  /** What it is worth. */
  readonly amountMinor: bigint | null;
  readonly currency: string;
}

interface Telling extends Pick<FunnelSetting, 'rows' | 'dayOf'> {
  readonly known: PlainDate;
  /** Where changes go. */
  readonly cells: Cell[];
}

type Sign = 1 | -1;

/** Tells what is said now less what was said before, leaving out what stays as it was. */
export function tellChanges(before: Standing, now: Standing, telling: Telling): void {
  const isWorthTheSame = before.amountMinor === now.amountMinor && before.currency === now.currency;
  const count = now.stays.length;
  const pairs = now.entries.map((entries, mode) => [before.entries[mode] as Standing['entries'][0], entries] as const);
  const hasNewEntry = now.stays.map((_, row) => pairs.some(([old, entries]) => old[row] !== entries[row]));
  for (let row = 0; row < count; row++) {
    const isNew = hasNewEntry[row] === true;
    if (isNew || !isWorthTheSame) {
      tellEntries(before, row, -1, telling);
      tellEntries(now, row, 1, telling);
    }
    if (isNew || !isSameStay(before.stays[row] ?? null, now.stays[row] ?? null)) {
      tellStays(before, row, -1, telling);
      tellStays(now, row, 1, telling);
    }
    for (const to of telling.rows[row]?.ahead ?? []) {
      if (!isNew && hasNewEntry[to] !== true) continue;
      tellConversions(before, [row, to], -1, telling);
      tellConversions(now, [row, to], 1, telling);
    }
  }
}

const isSameStay = (one: Stay | null, other: Stay | null): boolean =>
  one === other || (one !== null && other !== null && one.endedAt === other.endedAt && one.total === other.total);

const inRow = ({ entries: [ordered, strict, any] }: Standing, row: number): Trio<PlacedEntry | null> => [
  ordered[row] ?? null,
  strict[row] ?? null,
  any[row] ?? null,
];

/** What several modes have alike, once, with the bits of all of them. */
function eachOnce<Value>(trio: Trio<Value | null>, isAlike: (one: Value, other: Value) => boolean) {
  const [ordered, strict, any] = trio;
  const found: { readonly value: Value; modes: number }[] = [];
  const add = (value: Value | null, mode: FunnelMode) => {
    if (value === null) return;
    const known = found.find((each) => isAlike(each.value, value));
    if (known) known.modes |= modeBits[mode];
    else found.push({ value, modes: modeBits[mode] });
  };
  add(ordered, 'ordered');
  add(strict, 'strict');
  add(any, 'any');
  return found;
}

const isOfTheSame = (one: PlacedEntry, other: PlacedEntry): boolean =>
  one === other || (one.ownerId === other.ownerId && one.teamId === other.teamId);

const isAlikeEntry = (one: PlacedEntry, other: PlacedEntry): boolean =>
  one === other ||
  (one.day === other.day &&
    one.isInferred === other.isInferred &&
    (one.isInferred || one.isImplied === other.isImplied) &&
    isOfTheSame(one, other));

function tellEntries(standing: Standing, row: number, sign: Sign, { known, cells }: Telling): void {
  const { amountMinor, currency } = standing;
  for (const { value: entry, modes } of eachOnce(inRow(standing, row), isAlikeEntry)) {
    const isDated = !entry.isInferred;
    const isValued = isDated && amountMinor !== null;
    cells.push({
      kind: 'entry',
      credit: entry.credit,
      day: entry.day,
      row,
      modes,
      currency: isValued ? currency : '',
      measures: {
        entered: isDated ? sign : 0,
        implied: isDated && entry.isImplied ? sign : 0,
        undated: isDated ? 0 : sign,
        valued: isValued ? sign : 0,
        valueMinor: isValued ? BigInt(sign) * amountMinor : 0n,
      },
      reading: 'both',
      known,
    });
  }
}

interface Reached {
  readonly entry: PlacedEntry;
  readonly took: number;
}

const isAlikeReached = (one: Reached, other: Reached): boolean =>
  one.took === other.took && one.entry.day === other.entry.day && isOfTheSame(one.entry, other.entry);

function tellConversions(
  standing: Standing,
  [from, to]: readonly [number, number],
  sign: Sign,
  { known, cells }: Telling,
): void {
  const [ordered, strict, any] = standing.entries;
  const reached = (entries: Standing['entries'][0], mode: FunnelMode): Reached | null => {
    const entry = entries[from] ?? null;
    const later = entries[to] ?? null;
    if (entry === null || later === null || entry.isInferred) return null;
    const took = elapsedDays({ enteredAt: entry.at, reachedAt: later.at }, mode);
    return took === null || took > longestDays ? null : { entry, took };
  };
  const trio = [reached(ordered, 'ordered'), reached(strict, 'strict'), reached(any, 'any')] as const;
  for (const { value, modes } of eachOnce(trio, isAlikeReached)) {
    const { credit, day } = value.entry;
    const place = { kind: 'conversion', credit, day, from, to, elapsedDays: value.took, modes } as const;
    const converted: Placed = { ...place, measures: { converted: sign } };
    cells.push({ ...converted, reading: 'both', known: knownSince(converted, known) });
  }
}

function tellStays(standing: Standing, row: number, sign: Sign, { known, dayOf, cells }: Telling): void {
  const stay = standing.stays[row] ?? null;
  if (stay === null || stay.endedAt === null) return;
  const hours = Math.min(stayHours(stay), longestHours);
  const day = dayOf(stay.endedAt);
  const [ordered, strict, any] = inRow(standing, row);
  const dated = (entry: PlacedEntry | null) => (entry?.isInferred === false ? entry : null);
  for (const { value, modes } of eachOnce([dated(ordered), dated(strict), dated(any)], isOfTheSame)) {
    const place = { kind: 'stay', credit: value.credit, day, row, hours } as const;
    cells.push({ ...place, modes, measures: { stays: sign }, reading: 'both', known });
  }
}
