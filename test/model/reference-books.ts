import type { Coin } from './reference-log';

/** A money line. Lines are never changed, but for what they are worth by a later rate. */
export interface Line {
  readonly amount: bigint;
  /** Null is unknown. */
  readonly cost: bigint | null;
  readonly coin: Coin;
  readonly day: string;
  /** The closed day it counts on. */
  readonly adjusts: string | null;
  /** The row of the log that wrote it. */
  readonly row: number | null;
  readonly reverses: Line | null;
  readonly creditOf: Line | null;
  /** Frozen when it was written; null when nobody knew a rate. */
  readonly rate: string | null;
  /** By the latest restatement. */
  restatedRate: string | null;
}
type Rates = ReadonlyMap<string, string>;
type Bare = Omit<Line, 'rate' | 'restatedRate'>;

export const standing = (lines: readonly Line[]): Line[] =>
  lines.filter((line) => line.reverses === null && !lines.some(({ reverses }) => reverses === line));

const countsOn = ({ adjusts, day }: Bare): string => adjusts ?? day;
const rateOn = (rates: Rates, day: string): string | null =>
  [...rates].filter(([from]) => from <= day).toSorted(([one], [other]) => (one < other ? 1 : -1))[0]?.[1] ?? null;

export const valued = (line: Bare, rates: Rates): Line => ({
  ...line,
  rate: line.coin === 'home' ? '1' : rateOn(rates, countsOn(line)),
  restatedRate: null,
});

export function book(
  lines: Line[],
  money: Pick<Line, 'amount' | 'cost' | 'coin'>,
  { rates, ...when }: { readonly day: string; readonly row: number; readonly rates: Rates },
): void {
  lines.push(valued({ ...money, ...when, adjusts: null, reverses: null, creditOf: null }, rates));
}

/** Every line that stands is taken back, at the rate it was booked at and never before it was booked. */
export function takeBack(lines: Line[], day: string, row: number): void {
  for (const line of standing(lines)) {
    const on = line.day > day ? line.day : day;
    const cost = line.cost === null ? null : -line.cost;
    lines.push({
      ...line,
      amount: -line.amount,
      cost,
      day: on,
      adjusts: null,
      row,
      reverses: line,
      restatedRate: null,
    });
  }
}

/** Lines that should not have been taken back stand again, and count where they did. */
export function repost(
  lines: Line[],
  again: readonly Line[],
  { day, row }: { readonly day: string; readonly row: number },
): void {
  const twins = new Map<Line, Line>();
  for (const line of again.toSorted((one, other) => Number(one.creditOf !== null) - Number(other.creditOf !== null))) {
    const creditOf = line.creditOf && (twins.get(line.creditOf) ?? line.creditOf);
    const twin = { ...line, day, adjusts: countsOn(line), row: line.row === null ? null : row, creditOf };
    twins.set(line, twin);
    lines.push(twin);
  }
}

/** The line that was posted when it was won. */
export const wonLine = (lines: readonly Line[]): Line | undefined =>
  standing(lines).findLast(({ row, creditOf }) => row !== null && creditOf === null);

/** Nothing of the cost comes back, unless nobody knows what it was. */
export const noCost = ({ cost }: Line): bigint | null => (cost === null ? null : 0n);

/** Gives part of what was won back, at the rate it was won at; false when so much is not left. */
export function credit(lines: Line[], { amount, coin }: Pick<Line, 'amount' | 'coin'>, day: string): boolean {
  const won = wonLine(lines);
  if (!won || coin !== won.coin || amount <= 0n) return false;
  const given = standing(lines).filter(({ creditOf }) => creditOf === won);
  if (given.reduce((left, line) => left + line.amount, won.amount) < amount) return false;
  lines.push({ ...won, amount: -amount, cost: noCost(won), day, adjusts: null, row: null, creditOf: won });
  return true;
}

/** Values lines of open days by the rates known now, and says how many were, are locked, or have no rate. */
export function restate(
  books: readonly (readonly Line[])[],
  { rates, lockedBefore }: { readonly rates: Rates; readonly lockedBefore: string },
): string {
  let [restated, locked, without] = [0, 0, 0];
  for (const line of books.flatMap((lines) => standing(lines)).filter(({ coin }) => coin === 'foreign')) {
    // What is given back is worth what was won, so it goes by the day of that.
    const day = countsOn(line.creditOf ?? line);
    const rate = rateOn(rates, day);
    const known = line.restatedRate ?? line.rate;
    const isOpen = day >= lockedBefore;
    if (rate === null && known === null && isOpen) without += 1;
    if (rate === null || rate === known) continue;
    if (isOpen) {
      line.restatedRate = rate;
      restated += 1;
    } else locked += 1;
  }
  return `${restated} restated, ${locked} locked, ${without} without`;
}

/** What an amount is at a rate, by whole numbers alone: half a unit goes to the even neighbour. */
export function worth(amount: bigint, rate: string | null): bigint | null {
  if (rate === null) return null;
  if (amount < 0n) return -(worth(-amount, rate) ?? 0n);
  const [whole = '0', fraction = ''] = rate.split('.');
  const exact = amount * BigInt(whole + fraction.padEnd(10, '0'));
  const [quotient, left] = [exact / 10n ** 10n, (exact % 10n ** 10n) * 2n];
  return left > 10n ** 10n || (left === 10n ** 10n && quotient % 2n === 1n) ? quotient + 1n : quotient;
}
