import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { addUp, noSales, type SalesSums } from '../rules/sum-sales';
import { rollupTables, sliceBytes } from './rollup-tables';
import { creditedIn } from './rules/slices';
import { isAsked, sumsSql, type AskedDays, type SumsAsked } from './sums-sql';
import type { Unfolded } from './unfolded.reader';

/** Spans of days that are asked for together. */
export interface DaysInTime {
  readonly present: AskedDays;
  readonly previous: AskedDays;
  readonly yearBefore: AskedDays;
}

type Raw = Record<string, string | number> & { readonly slice: Buffer };

const { name: table, measures } = rollupTables.sales;
const select = Object.entries(measures).map(([name, column]) => `SUM(${column}) AS \`${name}\``);

/** Bookings and closings by slice, from the sums and what they lack. */
@Injectable()
export class SalesSumsReader {
  constructor(private readonly database: Database) {}

  async read(
    unfolded: Unfolded,
    asked: SumsAsked,
    { present, previous, yearBefore }: DaysInTime,
  ): Promise<Record<keyof DaysInTime, Map<string | null, SalesSums>>> {
    const [now, before, yearAgo] = await Promise.all([
      this.of(unfolded, asked, present),
      this.of(unfolded, asked, previous),
      this.of(unfolded, asked, yearBefore),
    ]);
    return { present: now, previous: before, yearBefore: yearAgo };
  }

  private async of({ cells }: Unfolded, asked: SumsAsked, days: AskedDays): Promise<Map<string | null, SalesSums>> {
    const question = sumsSql(asked, days, { select: `slice, ${select.join(', ')}`, table, group: 'slice' });
    const rows = await this.database.query<Raw>(question.sql, question.parameters);
    const slices = new Map(asked.slices.map((slice) => [sliceBytes(asked.sliceKind, slice).toString('hex'), slice]));
    const found = new Map<string | null, SalesSums>();
    const add = (slice: string | null, more: SalesSums) =>
      found.set(slice, addUp(noSales, [found.get(slice) ?? noSales, more]));
    for (const row of rows) add(slices.get(row.slice.toString('hex')) ?? null, sumsOf(row));
    for (const cell of cells) {
      if (cell.kind === 'sales' && isAsked(cell, asked, days))
        add(creditedIn[asked.sliceKind](cell.credit), cell.measures);
    }
    return found;
  }
}

const sumsOf = (row: Raw): SalesSums =>
  Object.fromEntries(
    Object.entries(noSales).map(([name, nothing]) => {
      const sum = row[name] ?? 0;
      return [name, typeof nothing === 'bigint' ? BigInt(sum) : Number(sum)];
    }),
  ) as unknown as SalesSums;
