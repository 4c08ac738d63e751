import { Injectable } from '@nestjs/common';
import type { FunnelFiguresQuestion } from '../funnel-question';
import type { AskedFunnel } from '../funnel-question.reader';
import type { CohortCounts } from '../rules/convert-cohort';
import { enteredIn, type FunnelDeal } from '../rules/count-funnel';
import { note } from '../rules/figure-value';
import type { FunnelCounts } from '../rules/draw-funnel';
import { isWhy, type NoSums } from './figure-sums.reader';
import { stagesKey } from './fold-setting.reader';
import { FunnelSumsReader, type AskedCohort, type EntryCounts, type KeptRows } from './funnel-sums.reader';
import { askedSlices, pastDay } from './rules/asked-slices';
import { UnfoldedReader, type Unfolded } from './unfolded.reader';

/** A funnel counted from sums, where sums can answer. */
@Injectable()
export class FunnelCountsReader {
  constructor(
    private readonly unfolded: UnfoldedReader,
    private readonly sums: FunnelSumsReader,
  ) {}

  /** Says why where the opportunities themselves have to be counted. */
  async read(funnel: AskedFunnel, wish: FunnelFiguresQuestion): Promise<FunnelCounts | NoSums> {
    const { asked, question, matureBefore } = funnel;
    const kept = await this.kept(funnel, wish);
    if (isWhy(kept)) return kept;
    return this.sums.counts(kept.unfolded, {
      ...kept.parts,
      days: asked.period,
      previous: asked.previous,
      yearBefore: asked.yearBefore,
      currency: asked.currency,
      windowDays: question.windowDays,
      matureBefore,
      valuedAbroad: async () => worthsOf(await funnel.dealsAbroad(), funnel),
    });
  }

  /** First entries by source, one list of rows for each that is asked about; a question that is narrowed already has no sums by source. */
  async enteredBySource(
    funnel: AskedFunnel,
    wish: FunnelFiguresQuestion,
    sources: readonly (string | null)[],
  ): Promise<ReadonlyMap<string | null, readonly EntryCounts[]> | NoSums> {
    const kept = await this.kept(funnel, wish);
    if (isWhy(kept)) return kept;
    const { asked } = kept.parts;
    if (asked.sliceKind !== 'all') return { why: note('slow_slice') };
    const { period, currency } = funnel.asked;
    const abroad = once(funnel.dealsAbroad);
    const counts = new Map<string | null, readonly EntryCounts[]>();
    for (const source of sources) {
      const entered = await this.sums.entered(kept.unfolded, {
        ...kept.parts,
        asked: { ...asked, sliceKind: 'source', slices: [source] },
        days: period,
        currency,
        valuedAbroad: async () =>
          worthsOf(
            (await abroad()).filter(({ sourceId }) => sourceId === source),
            funnel,
          ),
      });
      counts.set(source, entered);
    }
    return counts;
  }

  /** Cohorts of their own days each, from one row to another. */
  async cohorts(
    funnel: AskedFunnel,
    wish: FunnelFiguresQuestion,
    wanted: readonly AskedCohort[],
  ): Promise<readonly CohortCounts[] | NoSums> {
    const kept = await this.kept(funnel, wish);
    if (isWhy(kept)) return kept;
    const { windowDays } = funnel.question;
    return this.sums.cohortsOfDays(kept.unfolded, kept.parts, wanted, (from, to) => {
      const days = windowDays(from, to);
      return { windowDays: days, matureBefore: funnel.matureBefore(days) };
    });
  }

  private async kept(
    { asked, teams, knowledge, rows, question: { mode } }: AskedFunnel,
    { filter = {}, asOf }: FunnelFiguresQuestion,
  ): Promise<{ readonly unfolded: Unfolded; readonly parts: KeptRows } | NoSums> {
    const slices = askedSlices(filter, teams);
    const day = pastDay(asOf, asked);
    if (day === undefined) return { why: note('slow_moment') };
    if (slices === null || slices.sliceKind === 'person') return { why: note('slow_slice') };
    const unfolded = await this.unfolded.read();
    if (!unfolded) return { why: await this.unfolded.why() };
    const kept = new Map(unfolded.setting.rows.map((row, place) => [row.key, place]));
    return {
      unfolded,
      parts: {
        asked: { ...slices, reading: knowledge.reading, asOf: day, mode },
        rows: rows.map((row) => ({ key: row.key, kept: kept.get(stagesKey(row)) ?? -1 })),
      },
    };
  }
}

/** By row, what each entry in the period is worth. */
const worthsOf = (deals: readonly FunnelDeal[], { rows, question }: AskedFunnel): bigint[][] =>
  rows.map((_, place) =>
    enteredIn(deals, place, question.span, question).flatMap(({ worthMinor }) => worthMinor ?? []),
  );

function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | null = null;
  return () => (asked ??= ask());
}
