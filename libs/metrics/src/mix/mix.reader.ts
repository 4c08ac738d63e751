import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { invalid } from '@tandem/kernel';
import type { BilingualName } from '../figure';
import { LineRecordsReader, type LineRecords, type LineShare } from '../lines/line-records.reader';
import { PeriodLinesReader, toldOf, type Asked, type LinesAsked, type Told } from '../lines/period-lines.reader';
import type { TraitedLine } from '../lines/rules/fit-slice';
import type { Paging } from '../page-contributions';
import { RecordNamesReader } from '../record-names.reader';
import { compareRatios, ratio, ratioText } from '../rules/ratio';
import { note, type Note } from '../rules/figure-value';
import { nameOfSlice } from '../say';
import { nameOfBookingType, nameOfNone } from '../say-credit';
import { FutureProductsReader } from './future-products.reader';
import {
  keyOf,
  mixLines,
  mixOf,
  profitOf,
  type MixedLine,
  type MixFigures,
  type MixKind,
  type MixPart,
} from './rules/mix-lines';

export interface MixQuestion extends LinesAsked {
  readonly by?: MixKind | undefined;
}

export interface MixRow extends MixPart {
  readonly key: string;
  readonly name: BilingualName;
}

export interface Mix extends Told {
  readonly by: MixKind;
  readonly currency: string;
  readonly unavailable: Note | null;
  readonly notes: readonly Note[];
  /** Null exactly when `unavailable` says why. */
  readonly whole: MixFigures | null;
  readonly rows: readonly MixRow[];
}

/** Which number's records are asked for. */
export const mixMeasures = ['revenue', 'gross_profit', 'future_revenue'] as const;
export type MixMeasure = (typeof mixMeasures)[number];

export interface MixRecords extends LineRecords, Told {}

type Line = TraitedLine & MixedLine;

const enoughCoverage = ratio(80n, 100n);

/** Revenue, gross profit and the share of future products, by what was sold, to whom, and who sold it. */
@Injectable()
export class MixReader {
  constructor(
    private readonly database: Database,
    private readonly lines: PeriodLinesReader,
    private readonly future: FutureProductsReader,
    private readonly names: RecordNamesReader,
    private readonly rows: LineRecordsReader,
  ) {}

  async mix({ by = 'product', ...question }: MixQuestion = {}): Promise<Mix> {
    return this.database.snapshot(async () => {
      const { asked, lines, left } = await this.gather(question);
      const whole = mixOf(lines);
      const parts = asked.unknown ? [] : mixLines(lines, by);
      const nameOf = await this.namesOf(by, parts, asked);
      return {
        ...toldOf(asked),
        by,
        currency: asked.asked.currency,
        unavailable: asked.unknown,
        notes: notesOf(whole, left),
        whole: asked.unknown ? null : whole,
        rows: parts.map((part) => ({ ...part, key: part.id ?? 'none', name: nameOf(part.id) })),
      };
    });
  }

  /** The lines behind one number of one row (or of the whole), each with what it adds. */
  async records(
    measure: MixMeasure,
    row: string | undefined,
    { limit, cursor, by = 'product', ...question }: MixQuestion & Paging,
  ): Promise<MixRecords> {
    return this.database.snapshot(async () => {
      const { asked, lines } = await this.gather(question);
      const within = row === undefined ? lines : lines.filter((line) => (keyOf[by](line) ?? 'none') === row);
      if (row !== undefined && within.length === 0)
        throw invalid('mix.row_unknown', `There is no row “${row}” in this answer.`, { pointer: '/row', row });
      const page = await this.rows.page(
        within.filter(countsIn[measure]).map((line) => lineShare(line, measure)),
        { currency: asked.asked.currency, directory: asked.directory },
        { limit, cursor },
      );
      return { ...toldOf(asked), ...page };
    });
  }

  private async gather(question: LinesAsked): Promise<{ asked: Asked; lines: Line[]; left: number }> {
    const asked = await this.lines.ask(question);
    const all = await this.lines.lines(asked.asked.period, asked);
    const future = await this.future.by(asked.knowledge.by);
    const lines = all.flatMap((line) =>
      line.reportingMinor === null
        ? []
        : [{ ...line, reportingMinor: line.reportingMinor, isFuture: future.has(line.productId ?? '') }],
    );
    return { asked, lines, left: all.length - lines.length };
  }

  private async namesOf(
    by: MixKind,
    parts: readonly MixPart[],
    { directory }: Asked,
  ): Promise<(id: string | null) => BilingualName> {
    const products = by === 'product' ? await this.names.products(parts.map(({ id }) => id)) : null;
    return (id) => {
      if (by === 'team' || by === 'person') return nameOfSlice(by, id, directory);
      if (id === null) return nameOfNone(by);
      if (by === 'booking_type') return nameOfBookingType(id);
      return products?.get(id) ?? { en: id, zhTW: null };
    };
  }
}

const countsIn: Readonly<Record<MixMeasure, (line: Line) => boolean>> = {
  revenue: () => true,
  gross_profit: ({ costMinor }) => costMinor !== null,
  future_revenue: ({ isFuture }) => isFuture,
};

const lineShare = (line: Line, measure: MixMeasure): LineShare => ({
  id: line.id,
  opportunityId: line.opportunityId,
  accountId: line.accountId,
  ownerId: line.ownerId,
  date: line.date,
  minor: measure === 'gross_profit' ? profitOf(line) : line.reportingMinor,
});

function notesOf({ coverage }: MixFigures, left: number): Note[] {
  const isThin = coverage !== null && compareRatios(coverage, enoughCoverage) < 0;
  return [
    ...(left === 0 ? [] : [note('partial_total', { count: left })]),
    ...(isThin
      ? [note('indicative', { percent: ratioText({ ...coverage, numerator: coverage.numerator * 100n }, 0) })]
      : []),
  ];
}
