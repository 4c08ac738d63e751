import { Injectable } from '@nestjs/common';
import { Database, type Parameter } from '@tandem/database';
import { addDays, type PlainDate } from '@tandem/kernel';
import type { AskedPipeline } from '../pipeline/pipeline-facts.reader';
import type { PipelineQuestion } from '../pipeline/pipeline-question';
import { waterfallBuckets } from '../pipeline/rules/move-pipeline';
import type { WaterfallSums } from '../pipeline/rules/sum-waterfall';
import { rollupTables, sliceBytes } from './rollup-tables';
import { askedSlices, pastDay } from './rules/asked-slices';
import {
  measuresOf,
  waterfallLines,
  type StandardSpan,
  type WaterfallLine,
  type WaterfallMeasures,
  type WaterfallScope,
} from './rules/cell';
import { sliceKinds } from './rules/slices';
import { standardSpanOf } from './rules/standard-periods';
import { isAsked, type AskedDays, type SumsAsked } from './sums-sql';
import { UnfoldedReader, type Unfolded } from './unfolded.reader';

interface Question {
  readonly asked: SumsAsked & { readonly slices: readonly [string | null] };
  readonly span: StandardSpan;
  readonly period: AskedDays;
}

type Lines = ReadonlyMap<WaterfallLine, WaterfallMeasures>;

const { name } = rollupTables.waterfall;
const select = measuresOf.waterfall.map((column) => `SUM(${column}) AS ${column}`).join(', ');

/** What changed within a period, line by line, from sums, where sums can answer. */
@Injectable()
export class WaterfallSumsReader {
  constructor(
    private readonly database: Database,
    private readonly unfolded: UnfoldedReader,
  ) {}

  /**
   * The net waterfall of the opportunities that changed, whatever their close dates. Null where their log has to be looked at: of other days
   * than those of a standard period, as of a day within it, of an office of several teams, of a person, of what is narrowed in other ways, and where
   * what something is worth hangs on a plan rate.
   */
  async changed(ask: AskedPipeline, wish: PipelineQuestion): Promise<WaterfallSums | null> {
    const unfolded = await this.unfolded.read();
    const question = unfolded && questionOf(ask, wish, unfolded);
    if (!unfolded || !question) return null;
    const [kept, lacking] = [await this.kept(question), lackingOf(unfolded, question)];
    const of = (line: WaterfallLine): WaterfallMeasures => ({
      count: (kept.get(line)?.count ?? 0) + (lacking.get(line)?.count ?? 0),
      minor: (kept.get(line)?.minor ?? 0n) + (lacking.get(line)?.minor ?? 0n),
    });
    if (of('abroad').count !== 0) return null;
    return {
      lines: waterfallBuckets.map((bucket) => ({ bucket, ...of(bucket) })),
      withoutRate: 0,
      endsWithoutAmount: of('end_unpriced').count,
      wonWithoutRate: of('won_unrated').count,
    };
  }

  private async kept({ asked, span, period }: Question): Promise<Lines> {
    const { sliceKind, slices, reading, asOf } = asked;
    const [slice] = slices;
    const known: Parameter[] = asOf === null ? [] : [asOf];
    const [row] = await this.database.query<Record<string, string | null>>(
      `SELECT ${select} FROM ${name} WHERE slice_kind = ? AND slice = ? AND grain = ? AND day = ? AND reading IN (?)${asOf === null ? '' : ' AND known <= ?'}`,
      [sliceKinds[sliceKind], sliceBytes(sliceKind, slice), span, period.from, ['both', reading], ...known],
    );
    const sum = (column: string) => row?.[column] ?? '0';
    return new Map(
      waterfallLines.map((line) => [
        line,
        { count: Number(sum(`${line}_count`)), minor: BigInt(sum(`${line}_minor`)) },
      ]),
    );
  }
}

function questionOf(
  { asked, directory, knowledge }: AskedPipeline,
  { filter = {}, asOf }: PipelineQuestion,
  { setting }: Unfolded,
): Question | null {
  const { campaignId, productId, segment, ...scope } = filter;
  if (campaignId !== undefined || productId !== undefined || segment !== undefined) return null;
  const { period } = asked;
  const slices = askedSlices(scope, directory.teams);
  const day = pastDay(asOf, asked);
  const span = standardSpanOf(period, setting.calendar);
  if (slices === null || slices.sliceKind === 'person' || day === undefined || span === null) return null;
  if (day !== null && isWithin(day, period)) return null;
  const [slice, another] = slices.slices;
  // What one team of an office hands on to another stays with the office.
  if (slice === undefined || another !== undefined) return null;
  return { asked: { ...slices, slices: [slice], reading: knowledge.reading, asOf: day }, span, period };
}

/** Whether some of the period was still to come at the end of a day. */
const isWithin = (day: PlainDate, { until }: AskedDays): boolean => addDays(day, 1) < until;

/** Lines that only a team has are none of the whole, nor of a source; and the other way round. */
const isToldTo = (scope: WaterfallScope, { sliceKind }: SumsAsked): boolean =>
  scope === 'both' || (scope === 'team') === (sliceKind === 'team');

function lackingOf({ cells }: Unfolded, { asked, span, period }: Question): Lines {
  const lines = new Map<WaterfallLine, WaterfallMeasures>();
  for (const cell of cells) {
    if (cell.kind !== 'waterfall' || cell.span !== span || !isToldTo(cell.scope, asked)) continue;
    if (cell.day !== period.from || !isAsked(cell, asked, period)) continue;
    const { count, minor } = lines.get(cell.line) ?? { count: 0, minor: 0n };
    lines.set(cell.line, { count: count + cell.measures.count, minor: minor + cell.measures.minor });
  }
  return lines;
}
