import { exponentOf, type Id } from '@tandem/kernel';

/** An instant as SQL writes it. */
export const instantSql = (instant: Date): string => `'${instant.toISOString().slice(0, 23).replace('T', ' ')}'`;

/** A moment some minutes before another. */
export const minutesBefore = (instant: Date, minutes: number): Date => new Date(instant.getTime() - minutes * 60_000);

/** A list of ids to compare a column with; of none, nothing is in it. */
export const idsSql = (ids: readonly Id[]): string =>
  ids.length === 0 ? `('')` : `(${ids.map((id) => `x'${id.replaceAll('-', '')}'`).join(', ')})`;

/** A table of one column `i` with the numbers from 0 up to, not including, `most`. */
export function numbersSql(most: number): string {
  const digits = Math.max(1, String(Math.max(0, most - 1)).length);
  const places = Array.from({ length: digits }, (_, place) => `d${place}`);
  const value = places.map((place, power) => `${10 ** power} * ${place}.d`).join(' + ');
  return `(SELECT ${value} AS i FROM ${places.map((place) => `${tenDigits} ${place}`).join(', ')} WHERE ${value} < ${most})`;
}

const tenDigits = `(SELECT 0 AS d ${Array.from({ length: 9 }, (_, digit) => `UNION ALL SELECT ${digit + 1}`).join(' ')})`;

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const unusual = letters
  .flatMap((one) => letters.flatMap((other) => letters.map((third) => `${one}${other}${third}`)))
  .filter((code) => exponentOf(code) !== 2);

/** How many digits the minor unit of a currency has. */
const exponentSql = (currency: string): string =>
  `CASE ${currency} ${unusual.map((code) => `WHEN '${code}' THEN ${exponentOf(code)}`).join(' ')} ELSE 2 END`;

/** An amount in minor units of one currency at a rate, in exact minor units of another. */
const exactly = (amount: string, rate: string, from: string, to: string): string =>
  `(${amount} * ${rate} * CASE (${exponentSql(to)}) - (${exponentSql(from)}) ${[-4, -3, -2, -1, 0, 1, 2, 3, 4]
    .map((shift) => `WHEN ${shift} THEN ${shift < 0 ? (10 ** shift).toFixed(-shift) : 10 ** shift}`)
    .join(' ')} END)`;

/** The same rounded to the minor unit, half to even, as the product converts. */
export function convertedSql(amount: string, rate: string, from: string, to: string): string {
  const exact = exactly(amount, rate, from, to);
  return `IF(ABS(${exact} - TRUNCATE(${exact}, 0)) = 0.5, 2 * ROUND(${exact} / 2), ROUND(${exact}))`;
}

/** Whether one condition follows from another: only rows of which `given` is true must fulfil `then`. */
export const follows = (given: string, then: string): string => `((${given}) IS NOT TRUE OR (${then}))`;

/** Both empty or both the same, for each column of two rows. */
export const same = (one: string, other: string, columns: readonly (string | readonly [string, string])[]): string =>
  columns
    .map((pair) => (typeof pair === 'string' ? [pair, pair] : pair))
    .map(([left, right]) => `${one}.${left} <=> ${other}.${right}`)
    .join(' AND ');
