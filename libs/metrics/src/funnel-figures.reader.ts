import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { invalid, type Money } from '@tandem/kernel';
import type { FigureRange } from './figure';
import { enteredRow } from './funnel-entries';
import type { FunnelFiguresQuestion } from './funnel-question';
import { FunnelQuestionReader, type AskedFunnel } from './funnel-question.reader';
import { FunnelRecordsReader, type FunnelRecord } from './funnel-records.reader';
import type { FunnelRowOutline, FunnelSide } from './funnel-rows';
import { pageOf, type PageOf, type Paging } from './page-contributions';
import { RecordedSinceReader } from './recorded-since.reader';
import { isWhy } from './rollups/figure-sums.reader';
import { FunnelCountsReader } from './rollups/funnel-counts.reader';
import type { Fate } from './rules/convert-cohort';
import { countFunnel, enteredIn } from './rules/count-funnel';
import { drawFunnel, type FunnelRow } from './rules/draw-funnel';
import type { Reading } from './rules/facts';
import { note, type Note } from './rules/figure-value';
import type { FunnelMode } from './rules/find-entries';

export interface FunnelFiguresRow extends Omit<FunnelRow, 'valueMinor'>, Omit<FunnelRowOutline, 'stageIds'> {
  readonly value: Money;
  /** What the numbers of the row leave out, said in words. */
  readonly notes: readonly Note[];
}

/** What a funnel answer is about: the days, the moment whose knowledge it holds, and by which reading. */
interface Told {
  readonly range: FigureRange;
  readonly asOf: Date;
  readonly reading: Reading;
}

export interface FunnelFigures extends Told {
  readonly side: FunnelSide;
  readonly mode: FunnelMode;
  readonly currency: string;
  /** Empty when nothing can be known. */
  readonly rows: readonly FunnelFiguresRow[];
  /** Why nothing can be known: nothing had been recorded by then. */
  readonly unavailable: Note | null;
  /** What is to be known about the answer as a whole: nothing to compare with, or why it took long. */
  readonly notes: readonly Note[];
}

export interface FunnelRecords extends PageOf<FunnelRecord>, Told {}

/** Conversion and time in the funnel, from the seller's or the buyer's side, and the opportunities behind each bar. */
@Injectable()
export class FunnelFiguresReader {
  constructor(
    private readonly database: Database,
    private readonly questions: FunnelQuestionReader,
    private readonly counts: FunnelCountsReader,
    private readonly recorded: RecordedSinceReader,
    private readonly rows: FunnelRecordsReader,
  ) {}

  async figures(wish: FunnelFiguresQuestion = {}): Promise<FunnelFigures> {
    return this.database.snapshot(async () => {
      const funnel = await this.questions.read(wish);
      const { asked } = funnel;
      const { side = 'seller' } = wish;
      const unavailable = await this.recorded.whyUnknown(asked);
      const rows = unavailable ? [] : funnel.rows;
      const kept = await this.counts.read(funnel, wish);
      const counts = isWhy(kept) ? countFunnel(await funnel.deals(), funnel.question) : kept;
      const figures = drawFunnel(counts);
      return {
        ...toldOf(funnel),
        side,
        mode: funnel.question.mode,
        currency: asked.currency,
        unavailable,
        notes: [
          ...(await this.recorded.lacking(asked, funnel.knowledge.reading)).notes,
          ...(isWhy(kept) ? [kept.why] : []),
        ],
        rows: rows.flatMap(({ stageIds: _, ...outline }, place) => {
          const row = figures[place];
          if (!row) return [];
          const { valueMinor, ...rest } = row;
          const value = { amountMinor: valueMinor, currency: asked.currency };
          return [{ ...outline, ...rest, value, notes: entryNotes(row) }];
        }),
      };
    });
  }

  /** The opportunities whose first entry into a row lies in the period, oldest first; or those of one fate towards the next row. */
  async records(
    row: string,
    { limit, cursor, converted, ...wish }: FunnelFiguresQuestion & Paging & { readonly converted?: Fate | undefined },
  ): Promise<FunnelRecords> {
    return this.database.snapshot(async () => {
      const funnel = await this.questions.read(wish);
      const { rows, question: drawn } = funnel;
      const place = rows.findIndex(({ key }) => key === row);
      if (place < 0) {
        throw invalid('funnel.row_unknown', `There is no row “${row}” in this funnel.`, { pointer: '/row', row });
      }
      const entered = enteredIn(await funnel.deals(), place, drawn.span, drawn).flatMap((deal) =>
        enteredRow(deal, place, drawn),
      );
      const wished = converted === undefined ? entered : entered.filter(({ fate }) => fate === converted);
      const page = pageOf(wished, ({ enteredAt, opportunityId }) => `${enteredAt.toISOString()} ${opportunityId}`, {
        limit,
        cursor,
      });
      return { ...toldOf(funnel), ...page, items: await this.rows.named(page.items, funnel.knowledge) };
    });
  }
}

const entryNotes = ({ withoutValue, undated, implied }: FunnelRow): Note[] => [
  ...(withoutValue > 0 ? [note('entries_without_value', { count: withoutValue })] : []),
  ...(undated > 0 ? [note('entries_undated', { count: undated })] : []),
  ...(implied > 0 ? [note('entries_implied', { count: implied })] : []),
];

const toldOf = ({ asked, knowledge }: AskedFunnel): Told => ({
  range: asked.range,
  asOf: asked.now,
  reading: knowledge.reading,
});
