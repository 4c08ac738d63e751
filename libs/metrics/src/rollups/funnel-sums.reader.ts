import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';
import type { CohortCounts } from '../rules/convert-cohort';
import type { FunnelCounts, RowCounts } from '../rules/draw-funnel';
import { isAsked, sumsSql, type AskedDays, type SumsAsked } from './sums-sql';
import type { Unfolded } from './unfolded.reader';

export interface FunnelSumsQuestion {
  readonly asked: SumsAsked;
  readonly days: AskedDays;
  readonly previous: AskedDays;
  readonly yearBefore: AskedDays;
  readonly currency: Currency;
  /** The rows asked for, with the number each has in the sums. */
  readonly rows: readonly { readonly key: string; readonly kept: number }[];
  readonly windowDays: (from: number, to: number) => number;
  /** The day before which one must have entered for a window of so many days to be over. */
  readonly matureBefore: (windowDays: number) => PlainDate;
  /** By row, what each entry in another currency is worth; asked for only where there are any. */
  readonly valuedAbroad: () => Promise<readonly (readonly bigint[])[]>;
}

interface EntryRow {
  readonly row: number;
  readonly currency: string;
  readonly entered: string;
  readonly implied: string;
  readonly undated: string;
  readonly valued: string;
  readonly value: string;
}

interface Pair {
  readonly from: number;
  readonly to: number;
}

/** Counts a funnel from the sums and what they lack. */
@Injectable()
export class FunnelSumsReader {
  constructor(private readonly database: Database) {}

  async counts(unfolded: Unfolded, question: FunnelSumsQuestion): Promise<FunnelCounts> {
    const { rows, windowDays, days, previous, yearBefore, currency } = question;
    const entries = await this.entries(unfolded, question);
    const isAbroad = (row: { readonly currency: string }) => row.currency !== '' && row.currency !== currency;
    const abroad = entries.some((row) => row.valued > 0 && isAbroad(row)) ? await question.valuedAbroad() : [];
    const stays = await this.stays(unfolded, question);
    const counted = rows.map(({ key, kept }, place): RowCounts & { readonly key: string } => {
      const of = entries.filter(({ row }) => row === kept);
      const sum = (name: 'entered' | 'implied' | 'undated') => sumOf(of, (row) => row[name]);
      const home = of.filter((row) => !isAbroad(row));
      const worths = [...home.map(({ valueMinor }) => valueMinor), ...(abroad[place] ?? [])];
      return {
        key,
        entered: sum('entered'),
        implied: sum('implied'),
        undated: sum('undated'),
        valueMinor: worths.reduce((total, worth) => total + worth, 0n),
        withoutValue: sum('entered') - sumOf(home, ({ valued }) => valued) - (abroad[place]?.length ?? 0),
        stays: stays.get(kept) ?? new Map<number, number>(),
      };
    });
    const wanted = pairsOf(counted);
    const [now, before, yearAgo] = [
      await this.cohorts(unfolded, question, days, wanted),
      await this.cohorts(unfolded, question, previous, wanted),
      await this.cohorts(unfolded, question, yearBefore, wanted),
    ];
    const of = (cohorts: ReadonlyMap<string, CohortCounts>) => (from: number, to: number) =>
      cohorts.get(`${from} ${to}`) ?? { entered: 0, mature: 0, converted: 0 };
    return { rows: counted, cohort: of(now), earlier: of(before), yearAgo: of(yearAgo), windowDays };
  }

  private async entries({ cells }: Unfolded, { asked, days }: FunnelSumsQuestion) {
    const { sql, parameters } = sumsSql(asked, days, {
      select: `stage_row AS \`row\`, currency, SUM(entered_count) AS entered, SUM(implied_count) AS implied, SUM(undated_count) AS undated,
        SUM(valued_count) AS valued, SUM(value_minor) AS value`,
      table: 'rollup_entry',
      group: 'stage_row, currency',
    });
    const kept = await this.database.query<EntryRow>(sql, parameters);
    const lacking = cells.flatMap((cell) =>
      cell.kind === 'entry' && isAsked(cell, asked, days)
        ? [{ row: cell.row, currency: cell.currency, ...cell.measures }]
        : [],
    );
    return [
      ...kept.map(({ row, currency, value, ...counts }) => ({
        row,
        currency,
        entered: Number(counts.entered),
        implied: Number(counts.implied),
        undated: Number(counts.undated),
        valued: Number(counts.valued),
        valueMinor: BigInt(value),
      })),
      ...lacking,
    ];
  }

  /** By row, how often a completed stay had each length. */
  private async stays(
    { cells }: Unfolded,
    { asked, days }: FunnelSumsQuestion,
  ): Promise<Map<number, Map<number, number>>> {
    const { sql, parameters } = sumsSql(asked, days, {
      select: 'stage_row AS `row`, hours, SUM(stay_count) AS stays',
      table: 'rollup_stay',
      group: 'stage_row, hours',
    });
    const tallies = new Map<number, Map<number, number>>();
    const add = (row: number, hours: number, stays: number) => {
      const tally = tallies.get(row) ?? new Map<number, number>();
      tally.set(hours, (tally.get(hours) ?? 0) + stays);
      tallies.set(row, tally);
    };
    const rows = await this.database.query<{ readonly row: number; readonly hours: number; readonly stays: string }>(
      sql,
      parameters,
    );
    for (const { row, hours, stays } of rows) add(row, hours, Number(stays));
    for (const cell of cells) {
      if (cell.kind === 'stay' && isAsked(cell, asked, days)) add(cell.row, cell.hours, cell.measures.stays);
    }
    return tallies;
  }

  /** By pair of rows, as `from to`: only those whose window is over count as mature. */
  private async cohorts(
    unfolded: Unfolded,
    question: FunnelSumsQuestion,
    days: AskedDays,
    wanted: readonly Pair[],
  ): Promise<Map<string, CohortCounts>> {
    const { windowDays, matureBefore } = question;
    const asked = wanted.map((pair) => {
      const window = windowDays(pair.from, pair.to);
      return { pair, window, mature: until(days, matureBefore(window)) };
    });
    const entered = await this.enteredBy(unfolded, question, [
      ...asked.map(({ pair }) => ({ row: pair.from, days })),
      ...asked.map(({ pair, mature }) => ({ row: pair.from, days: mature })),
    ]);
    const converted = await this.convertedBy(unfolded, question, asked);
    return new Map(
      asked.map(({ pair: { from, to } }, place) => [
        `${from} ${to}`,
        {
          entered: entered[place] ?? 0,
          mature: entered[asked.length + place] ?? 0,
          converted: converted[place] ?? 0,
        },
      ]),
    );
  }

  private async enteredBy(
    { cells }: Unfolded,
    { asked, rows }: FunnelSumsQuestion,
    wanted: readonly { readonly row: number; readonly days: AskedDays }[],
  ): Promise<number[]> {
    return this.each(wanted, ({ row, days }) => ({
      question: sumsSql(asked, days, {
        select: 'SUM(entered_count) AS found',
        table: 'rollup_entry',
        group: '',
        beside: { sql: ' AND stage_row = ?', parameters: [rows[row]?.kept ?? null] },
      }),
      lacking: sumOf(cells, (cell) =>
        cell.kind === 'entry' && cell.row === rows[row]?.kept && isAsked(cell, asked, days) ? cell.measures.entered : 0,
      ),
    }));
  }

  private async convertedBy(
    { cells }: Unfolded,
    { asked, rows }: FunnelSumsQuestion,
    wanted: readonly { readonly pair: Pair; readonly window: number; readonly mature: AskedDays }[],
  ): Promise<number[]> {
    return this.each(wanted, ({ pair, window, mature }) => {
      const [from, to] = [rows[pair.from]?.kept ?? null, rows[pair.to]?.kept ?? null];
      return {
        question: sumsSql(asked, mature, {
          select: 'SUM(converted_count) AS found',
          table: 'rollup_conversion',
          group: '',
          beside: { sql: ' AND from_row = ? AND to_row = ? AND elapsed_days <= ?', parameters: [from, to, window] },
        }),
        lacking: sumOf(cells, (cell) =>
          cell.kind === 'conversion' &&
          cell.from === from &&
          cell.to === to &&
          cell.elapsedDays <= window &&
          isAsked(cell, asked, mature)
            ? cell.measures.converted
            : 0,
        ),
      };
    });
  }

  /** Many small sums in one question, each with what the tail adds to it; what is wanted twice is asked for once. */
  private async each<Wanted>(
    wanted: readonly Wanted[],
    ask: (one: Wanted) => { readonly question: ReturnType<typeof sumsSql>; readonly lacking: number },
  ): Promise<number[]> {
    const distinct = new Map(wanted.map((one) => [JSON.stringify(one), one]));
    const asked = [...distinct].map(([key, one]) => ({ key, ...ask(one) }));
    const sums = new Map(asked.map(({ key, lacking }) => [key, lacking]));
    const parts = asked.flatMap(({ question: { sql, parameters } }, place) =>
      sql === '' ? [] : [{ sql: `SELECT ${place} AS place, SUM(found) AS found FROM (${sql}) s${place}`, parameters }],
    );
    if (parts.length > 0) {
      const rows = await this.database.query<{ readonly place: number; readonly found: string | null }>(
        parts.map(({ sql }) => sql).join(' UNION ALL '),
        parts.flatMap(({ parameters }) => parameters),
      );
      for (const { place, found } of rows) {
        const key = asked[place]?.key ?? '';
        sums.set(key, (sums.get(key) ?? 0) + Number(found ?? 0));
      }
    }
    return wanted.map((one) => sums.get(JSON.stringify(one)) ?? 0);
  }
}

const sumOf = <One>(all: readonly One[], of: (one: One) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

function until({ from, until: end }: AskedDays, day: PlainDate): AskedDays {
  if (day <= from) return { from, until: from };
  return { from, until: day < end ? day : end };
}

/** What a funnel is drawn with: from each row to the next, and from the first that was entered to those behind it. */
function pairsOf(rows: readonly Pick<RowCounts, 'entered'>[]): Pair[] {
  const first = rows.findIndex(({ entered }) => entered > 0);
  return rows.flatMap((_, to) => [
    ...(to > 0 ? [{ from: to - 1, to }] : []),
    ...(first >= 0 && to > first + 1 ? [{ from: first, to }] : []),
  ]);
}
