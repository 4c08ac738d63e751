import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { addDays, date, type Currency, type PlainDate } from '@tandem/kernel';
import type { PipelineMeasures } from './rules/cell';
import { isAsked, sumsSql, type AskedDays, type SumsAsked } from './sums-sql';
import type { Unfolded } from './unfolded.reader';

export interface PipelineSumsQuestion {
  readonly asked: SumsAsked;
  readonly currency: Currency;
  /** Only what is expected to close in these whole months; null for whatever is open. */
  readonly closing: AskedDays | null;
  /** At the end of each of which days, in order. */
  readonly days: readonly PlainDate[];
}

interface Row {
  readonly day: PlainDate;
  readonly currency: string;
  readonly open: string;
  readonly withoutAmount: string;
  readonly value: string;
  readonly weighted: string;
}

export interface PipelineAtDays {
  readonly home: Map<PlainDate, PipelineMeasures>;
  readonly isAbroad: boolean;
}

type Change = PipelineMeasures & { readonly day: PlainDate; readonly currency: string };

const beginning = date('1000-01-01');
const select = `SUM(open_count) AS open, SUM(without_amount_count) AS withoutAmount, SUM(value_minor) AS value, SUM(weighted_minor) AS weighted`;

/** Open pipeline at the end of days, from the sums of all changes up to them and what the sums lack. */
@Injectable()
export class PipelineSumsReader {
  constructor(private readonly database: Database) {}

  /** By day, what is open in the reporting currency; and whether anything is in another, which has to be valued one by one. */
  async at(unfolded: Unfolded, question: PipelineSumsQuestion): Promise<PipelineAtDays> {
    const [first] = question.days;
    const last = question.days.at(-1);
    if (first === undefined || last === undefined) return { home: new Map(), isAbroad: false };
    const from = addDays(first, 1);
    const before = { from: beginning, until: from };
    const within = { from, until: addDays(last, 1) };
    const kept = await Promise.all([
      this.rows(question, before, false),
      from < within.until ? this.rows(question, within, true) : [],
    ]);
    const changes = [...kept.flat(), ...lackingOf(unfolded, question, { from: beginning, until: within.until })];
    const isHome = ({ currency }: Change) => currency === question.currency;
    return {
      home: runningSums(changes.filter(isHome), question.days),
      isAbroad: changes.some((change) => !isHome(change) && change.open !== 0),
    };
  }

  /** What changed before the first day stands on its eve; later changes each on their own day. */
  private async rows({ asked, closing }: PipelineSumsQuestion, days: AskedDays, isByDay: boolean): Promise<Change[]> {
    const question = sumsSql(asked, days, {
      select: `${isByDay ? 'day' : `'${beginning}' AS day`}, currency, ${select}`,
      table: 'rollup_pipeline',
      group: isByDay ? 'day, currency' : 'currency',
      isByDay,
      ...(closing
        ? { beside: { sql: ' AND close_month >= ? AND close_month < ?', parameters: [closing.from, closing.until] } }
        : {}),
    });
    const rows = await this.database.query<Row>(question.sql, question.parameters);
    return rows.map(({ day, currency, open, withoutAmount, value, weighted }) => ({
      day,
      currency,
      open: Number(open),
      withoutAmount: Number(withoutAmount),
      valueMinor: BigInt(value),
      weightedMinor: BigInt(weighted),
    }));
  }
}

const lackingOf = ({ cells }: Unfolded, { asked, closing }: PipelineSumsQuestion, days: AskedDays): Change[] =>
  cells.flatMap((cell) => {
    if (cell.kind !== 'pipeline' || !isAsked(cell, asked, days)) return [];
    const { closeMonth: month } = cell;
    const isDue = closing === null || (month !== null && month >= closing.from && month < closing.until);
    return isDue ? [{ day: cell.day, currency: cell.currency, ...cell.measures }] : [];
  });

function runningSums(changes: readonly Change[], days: readonly PlainDate[]): Map<PlainDate, PipelineMeasures> {
  const sorted = [...changes].sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
  const sums = new Map<PlainDate, PipelineMeasures>();
  let sum: PipelineMeasures = { open: 0, withoutAmount: 0, valueMinor: 0n, weightedMinor: 0n };
  let next = 0;
  for (const day of days) {
    for (let change = sorted[next]; change !== undefined && change.day <= day; change = sorted[++next]) {
      sum = {
        open: sum.open + change.open,
        withoutAmount: sum.withoutAmount + change.withoutAmount,
        valueMinor: sum.valueMinor + change.valueMinor,
        weightedMinor: sum.weightedMinor + change.weightedMinor,
      };
    }
    sums.set(day, sum);
  }
  return sums;
}
