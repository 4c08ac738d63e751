import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { noCustomers, type CustomerCounts } from '../rules/sum-facts';
import { customerTable } from './customers.repository';
import { sliceBytes } from './rollup-tables';
import { customerRoles, type CustomerRole } from './rules/appearance';
import { customerSlices, grainOf, type CustomerSlice } from './rules/customer-cells';
import type { CustomerChange } from './rules/customer-sums';
import { sliceKinds } from './rules/slices';
import type { DaysInTime } from './sales-sums.reader';
import type { SumsAsked } from './sums-sql';
import type { Unfolded } from './unfolded.reader';

interface Row {
  readonly slice: Buffer;
  readonly day: string;
  readonly [role: string]: unknown;
}

type Counts = Readonly<Record<CustomerRole, number>>;

const { name: table, measures } = customerTable;

/** Distinct customers by slice, in periods of one grain, from the counts and what they lack. */
@Injectable()
export class CustomerSumsReader {
  constructor(private readonly database: Database) {}

  async read(
    { customers, setting }: Pick<Unfolded, 'customers' | 'setting'>,
    asked: SumsAsked,
    { present, previous, yearBefore }: DaysInTime,
  ): Promise<Record<keyof DaysInTime, Map<string | null, CustomerCounts>>> {
    const { sliceKind, slices, reading, asOf } = asked;
    const grain = grainOf(present, setting.calendar);
    if (!isCounted(sliceKind) || grain === null) throw new Error('customers are not counted by that');
    const rows = await this.database.query<Row>(
      `SELECT slice, day, ${Object.entries(measures)
        .map(([role, column]) => `SUM(${column}) AS ${role}`)
        .join(', ')}
       FROM ${table} WHERE slice_kind = ? AND slice IN (?) AND grain = ? AND day IN (?) AND reading IN (?)${asOf === null ? '' : ' AND known <= ?'}
       GROUP BY slice, day`,
      [
        sliceKinds[sliceKind],
        slices.map((slice) => sliceBytes(sliceKind, slice)),
        grain,
        [present.from, previous.from, yearBefore.from],
        ['both', reading],
        ...(asOf === null ? [] : [asOf]),
      ],
    );
    const named = new Map(slices.map((slice) => [sliceBytes(sliceKind, slice).toString('hex'), slice]));
    const lacking = customers.filter(
      (cell) =>
        cell.sliceKind === sliceKind &&
        cell.grain === grain &&
        (cell.reading === 'both' || cell.reading === reading) &&
        (asOf === null || cell.known <= asOf),
    );
    const of = (day: string): Map<string | null, CustomerCounts> => {
      const kept = new Map(
        rows.filter((row) => row.day === day).map((row) => [named.get(row.slice.toString('hex')) ?? null, row]),
      );
      const more = lacking.filter((cell) => cell.day === day);
      return new Map(
        slices.map((slice) => [
          slice,
          countsOf(
            kept.get(slice),
            more.filter((cell) => cell.slice === slice),
          ),
        ]),
      );
    };
    return { present: of(present.from), previous: of(previous.from), yearBefore: of(yearBefore.from) };
  }
}

const isCounted = (kind: SumsAsked['sliceKind']): kind is CustomerSlice =>
  (customerSlices as readonly string[]).includes(kind);

function countsOf(row: Row | undefined, lacking: readonly CustomerChange[]): CustomerCounts {
  if (!row && lacking.length === 0) return noCustomers;
  const counts = Object.fromEntries(
    customerRoles.map((role, place) => [
      role,
      lacking.reduce((total, { counts: more }) => total + (more[place] ?? 0), Number(row?.[role] ?? 0)),
    ]),
  ) as unknown as Counts;
  const { costed, winning, ...became } = counts;
  return { costed, winning, became };
}
