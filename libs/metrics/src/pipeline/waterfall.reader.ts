import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { addDays, money, type Money } from '@tandem/kernel';
import { pageOf, type PageOf, type Paging } from '../page-contributions';
import { OpenPipelineReader } from '../rollups/open-pipeline.reader';
import { WaterfallSumsReader } from '../rollups/waterfall-sums.reader';
import type { Note } from '../rules/figure-value';
import { PipelineFactsReader, type PipelineFacts } from './pipeline-facts.reader';
import { notesOf, type ClosingWish, type PipelineQuestion, type PipelineTold } from './pipeline-question';
import { PipelineRecordsReader, type PipelineRecord } from './pipeline-records.reader';
import { compareEnds } from './rules/compare-ends';
import type { Movement, WaterfallBucket } from './rules/move-pipeline';
import { completeWaterfall, sumWaterfall, type TracedWaterfall } from './rules/sum-waterfall';
import { traceMovements } from './rules/trace-movements';

/** Net: one bucket a deal, the ends of the period compared. Gross: every change for itself. */
export type WaterfallForm = 'net' | 'gross';

export interface WaterfallWish extends PipelineQuestion {
  readonly form?: WaterfallForm | undefined;
}

interface Told extends PipelineTold {
  readonly closing: ClosingWish;
  readonly form: WaterfallForm;
}

export interface WaterfallAnswer extends Told {
  /** From start to end; empty when nothing can be known. */
  readonly lines: readonly { readonly bucket: WaterfallBucket; readonly value: Money; readonly count: number }[];
  readonly notes: readonly Note[];
}

/** What one opportunity adds to a line; `at` is the instant of the change, in the gross waterfall only. */
export interface WaterfallRecord extends PipelineRecord {
  readonly bucket: WaterfallBucket;
  readonly value: Money;
  readonly at: Date | null;
}

export interface WaterfallRecords extends PageOf<WaterfallRecord>, Told {}

/** How open pipeline went from the start of a period to its end, line by line, and the opportunities behind each line. */
@Injectable()
export class WaterfallReader {
  constructor(
    private readonly database: Database,
    private readonly facts: PipelineFactsReader,
    private readonly sums: OpenPipelineReader,
    private readonly changes: WaterfallSumsReader,
    private readonly records: PipelineRecordsReader,
  ) {}

  async waterfall(wish: WaterfallWish = {}): Promise<WaterfallAnswer> {
    return this.database.snapshot(async () => {
      const { currency, told, waterfall } = (await this.drawFromSums(wish)) ?? (await this.draw(wish));
      return {
        ...told,
        lines: told.unavailable
          ? []
          : waterfall.lines.map(({ bucket, minor, count }) => ({ bucket, value: money(minor, currency), count })),
        notes: notesOf(waterfall),
      };
    });
  }

  /** The movements in one line, or in all of them, line by line and oldest first. */
  async movements(
    bucket: WaterfallBucket | undefined,
    { limit, cursor, ...wish }: WaterfallWish & Paging,
  ): Promise<WaterfallRecords> {
    return this.database.snapshot(async () => {
      const { facts, currency, told, waterfall } = await this.draw(wish, {
        onlyChanged: bucket !== undefined && isOfChanged(wish, bucket),
      });
      const order = waterfall.lines.map((line) => line.bucket);
      const rows = waterfall.movements
        .filter((movement) => bucket === undefined || movement.bucket === bucket)
        .map((movement, place) => ({ ...movement, place: placeOf(movement, order, place) }));
      const page = pageOf(rows, ({ place }) => place, { limit, cursor });
      const named = await this.records.named(page.items, facts.knowledge);
      return {
        ...told,
        ...page,
        items: named.map(({ minor, at, ...record }) => ({
          ...record,
          value: money(minor, currency),
          at: at === null ? null : new Date(at),
        })),
      };
    });
  }

  /**
   * From sums of what is open at both ends, and sums of what changed between them, or its log. Null where that is not all there is to
   * know: of each change for itself, of close dates, and of what is open in another currency.
   */
  private async drawFromSums(wish: WaterfallWish) {
    if (!isOfChanged(wish)) return null;
    const [ask] = await Promise.all([this.facts.ask(wish), this.sums.prepare()]);
    const { period, today } = ask.asked;
    if (ask.told.unavailable || period.from > today) return null;
    const [eve, last] = [addDays(period.from, -1), addDays(period.until, -1)];
    let isAbroad = false;
    const open = await this.sums.at(ask, wish, [eve, last < today ? last : today], async () => {
      isAbroad = true;
      return () => [];
    });
    const [start, end] = [...(open?.values() ?? [])];
    if (!start || !end || isAbroad) return null;
    const changed = (await this.changes.changed(ask, wish)) ?? (await this.draw(wish, { onlyChanged: true })).waterfall;
    const told: Told = { ...ask.told, closing: 'any', form: 'net' };
    return { currency: ask.asked.currency, told, waterfall: completeWaterfall(changed, { start, end }) };
  }

  private async draw(
    { form = 'net', closing = 'in_period', ...question }: WaterfallWish,
    { onlyChanged = false }: { readonly onlyChanged?: boolean } = {},
  ) {
    const facts = await this.facts.gather({ ...question, closing, onlyChanged });
    const told: Told = { ...facts.told, closing, form };
    return { facts, currency: facts.asked.currency, told, waterfall: drawWaterfall(facts, form) };
  }
}

/** Whether a line, or all but the ends, is told by the opportunities that changed within the days. */
const isOfChanged = ({ form = 'net', closing = 'in_period' }: WaterfallWish, bucket?: WaterfallBucket): boolean =>
  form === 'net' && closing === 'any' && (bucket === undefined || !['start', 'end', 'rate'].includes(bucket));

function drawWaterfall({ deals, question }: PipelineFacts, form: WaterfallForm): TracedWaterfall {
  const movementsOf = form === 'net' ? compareEnds : traceMovements;
  return sumWaterfall(deals.map((deal) => movementsOf(deal, question)));
}

/** Several changes of one deal may share an instant and a line: the last part tells them apart, in the order they happened. */
function placeOf({ bucket, at, opportunityId }: Movement, order: readonly WaterfallBucket[], place: number): string {
  const line = String(order.indexOf(bucket)).padStart(2, '0');
  const instant = String(at ?? 0).padStart(15, '0');
  return `${line} ${instant} ${opportunityId} ${String(place).padStart(9, '0')}`;
}
