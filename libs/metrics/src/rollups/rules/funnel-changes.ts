import type { PlainDate } from '@tandem/kernel';
import { elapsedDays } from '../../rules/convert-cohort';
import { stayHours } from '../../rules/count-funnel';
import type { Entry, FunnelMode } from '../../rules/find-entries';
import type { Stay } from '../../rules/measure-stay';
import { modeBits, type Cell, type CellCredit, type EntryMeasures } from './cell';
import { longestDays, longestHours, type FunnelSetting } from './funnel-of';
import { conversionKnownSince } from './known-since';

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
  const isOfTheSameCurrency = before.currency === now.currency;
  const isWorthTheSame = before.amountMinor === now.amountMinor && isOfTheSameCurrency;
  const isWorthMore = isOfTheSameCurrency && before.amountMinor !== null && now.amountMinor !== null;
  const isEntered = now.stays.map((_, row) => hasNewEntry(before, now, row));
  for (const [row, { ahead }] of telling.rows.entries()) {
    const isNew = isEntered[row] === true;
    if (!isNew && !isWorthTheSame && isWorthMore) {
      tellWorth(now, row, now.amountMinor - before.amountMinor, telling);
    } else if (isNew || !isWorthTheSame) {
      tellEntries(before, row, -1, telling);
      tellEntries(now, row, 1, telling);
    }
    if (isNew || !isSameStay(before.stays[row] ?? null, now.stays[row] ?? null)) {
      tellStay(before, row, -1, telling);
      tellStay(now, row, 1, telling);
    }
    for (const to of ahead) {
      if (!isNew && isEntered[to] !== true) continue;
      tellConversions(before, [row, to], -1, telling);
      tellConversions(now, [row, to], 1, telling);
    }
  }
}

function hasNewEntry({ entries: before }: Standing, { entries: now }: Standing, row: number): boolean {
  return before[0][row] !== now[0][row] || before[1][row] !== now[1][row] || before[2][row] !== now[2][row];
}

const isSameStay = (one: Stay | null, other: Stay | null): boolean =>
  one === other || (one !== null && other !== null && one.endedAt === other.endedAt && one.total === other.total);

/** Tells what several modes have alike once, with the bits of all of them. */
function eachOnce<Value>(
  [ordered, strict, any]: Trio<Value | null>,
  isAlike: (one: Value, other: Value) => boolean,
  tell: (value: Value, modes: number) => void,
): void {
  const isOne = (one: Value | null, other: Value | null) =>
    one !== null && other !== null && (one === other || isAlike(one, other));
  const [isStrictOrdered, isAnyOrdered] = [isOne(ordered, strict), isOne(ordered, any)];
  const isAnyStrict = !isAnyOrdered && isOne(strict, any);
  if (ordered !== null)
    tell(ordered, modeBits.ordered + (isStrictOrdered ? modeBits.strict : 0) + (isAnyOrdered ? modeBits.any : 0));
  if (strict !== null && !isStrictOrdered) tell(strict, modeBits.strict + (isAnyStrict ? modeBits.any : 0));
  if (any !== null && !isAnyOrdered && !isAnyStrict) tell(any, modeBits.any);
}

/** The entries into a row, those of them of which some is to be told. */
const inRow = (
  { entries: [ordered, strict, any] }: Standing,
  row: number,
  isAsked: (entry: PlacedEntry) => boolean = () => true,
): Trio<PlacedEntry | null> => {
  const asked = (entry: PlacedEntry | null | undefined) => (entry && isAsked(entry) ? entry : null);
  return [asked(ordered[row]), asked(strict[row]), asked(any[row])];
};

const isDated = ({ isInferred }: PlacedEntry): boolean => !isInferred;

/** Whose an entry is stands in one object of each team and person, see `creditsOf`. */
const isOfTheSame = (one: PlacedEntry, other: PlacedEntry): boolean => one.credit === other.credit;

const isAlikeEntry = (one: PlacedEntry, other: PlacedEntry): boolean =>
  one.day === other.day &&
  one.isInferred === other.isInferred &&
  (one.isInferred || one.isImplied === other.isImplied) &&
  isOfTheSame(one, other);

function tellEntries(standing: Standing, row: number, sign: Sign, { known, cells }: Telling): void {
  const { amountMinor } = standing;
  eachOnce(inRow(standing, row), isAlikeEntry, ({ credit, day, isInferred, isImplied }, modes) => {
    const isValued = !isInferred && amountMinor !== null;
    const currency = isValued ? standing.currency : '';
    const measures: EntryMeasures = {
      entered: isInferred ? 0 : sign,
      implied: !isInferred && isImplied ? sign : 0,
      undated: isInferred ? sign : 0,
      valued: isValued ? sign : 0,
      valueMinor: isValued ? BigInt(sign) * amountMinor : 0n,
    };
    cells.push({ kind: 'entry', credit, day, row, modes, currency, measures, reading: 'both', known });
  });
}

/** The same entries are worth more now, or less. */
function tellWorth(standing: Standing, row: number, valueMinor: bigint, { known, cells }: Telling): void {
  const { currency } = standing;
  const measures: EntryMeasures = { entered: 0, implied: 0, undated: 0, valued: 0, valueMinor };
  eachOnce(inRow(standing, row, isDated), isAlikeEntry, ({ credit, day }, modes) =>
    cells.push({ kind: 'entry', credit, day, row, modes, currency, measures, reading: 'both', known }),
  );
}

interface Reached {
  readonly entry: PlacedEntry;
  readonly took: number;
}

const isAlikeReached = (one: Reached, other: Reached): boolean =>
  one.took === other.took && one.entry.day === other.entry.day && isOfTheSame(one.entry, other.entry);

/** When a row was reached from another one; null where that is told of nobody. */
function reachedFrom(
  entry: PlacedEntry | null | undefined,
  later: PlacedEntry | null | undefined,
  mode: FunnelMode,
): Reached | null {
  if (!entry || !later || entry.isInferred) return null;
  const took = elapsedDays({ enteredAt: entry.at, reachedAt: later.at }, mode);
  return took === null || took > longestDays ? null : { entry, took };
}

function tellConversions(
  { entries: [ordered, strict, any] }: Standing,
  [from, to]: readonly [number, number],
  sign: Sign,
  { known, cells }: Telling,
): void {
  const reached = [
    reachedFrom(ordered[from], ordered[to], 'ordered'),
    reachedFrom(strict[from], strict[to], 'strict'),
    reachedFrom(any[from], any[to], 'any'),
  ] as const;
  eachOnce(reached, isAlikeReached, ({ entry: { credit, day }, took: elapsedDays }, modes) => {
    const since = conversionKnownSince({ day, elapsedDays }, known);
    const measures = { converted: sign };
    cells.push({
      kind: 'conversion',
      credit,
      day,
      from,
      to,
      elapsedDays,
      modes,
      measures,
      reading: 'both',
      known: since,
    });
  });
}

function tellStay(standing: Standing, row: number, sign: Sign, { known, dayOf, cells }: Telling): void {
  const stay = standing.stays[row] ?? null;
  if (stay === null || stay.endedAt === null) return;
  const hours = Math.min(stayHours(stay), longestHours);
  const day = dayOf(stay.endedAt);
  eachOnce(inRow(standing, row, isDated), isOfTheSame, ({ credit }, modes) =>
    cells.push({ kind: 'stay', credit, day, row, hours, modes, measures: { stays: sign }, reading: 'both', known }),
  );
}
