import { Injectable } from '@nestjs/common';
import type { FunnelFiguresQuestion } from '../funnel-question';
import type { AskedFunnel } from '../funnel-question.reader';
import { enteredIn } from '../rules/count-funnel';
import { note } from '../rules/figure-value';
import type { FunnelCounts } from '../rules/draw-funnel';
import type { NoSums } from './figure-sums.reader';
import { stagesKey } from './fold-setting.reader';
import { FunnelSumsReader } from './funnel-sums.reader';
import { askedSlices, pastDay } from './rules/asked-slices';
import { UnfoldedReader } from './unfolded.reader';

/** A funnel counted from sums, where sums can answer. */
@Injectable()
export class FunnelCountsReader {
  constructor(
    private readonly unfolded: UnfoldedReader,
    private readonly sums: FunnelSumsReader,
  ) {}

  /** Says why where the opportunities themselves have to be counted. */
  async read(funnel: AskedFunnel, { filter = {}, asOf }: FunnelFiguresQuestion): Promise<FunnelCounts | NoSums> {
    const { asked, teams, knowledge, rows, question, matureBefore } = funnel;
    const { mode, windowDays } = question;
    const slices = askedSlices(filter, teams);
    const day = pastDay(asOf, asked);
    if (day === undefined) return { why: note('slow_moment') };
    if (slices === null || slices.sliceKind === 'person') return { why: note('slow_slice') };
    const unfolded = await this.unfolded.read();
    if (!unfolded) return { why: await this.unfolded.why() };
    const kept = new Map(unfolded.setting.rows.map((row, place) => [row.key, place]));
    return this.sums.counts(unfolded, {
      asked: { ...slices, reading: knowledge.reading, asOf: day, mode },
      days: asked.period,
      previous: asked.previous,
      yearBefore: asked.yearBefore,
      currency: asked.currency,
      rows: rows.map((row) => ({ key: row.key, kept: kept.get(stagesKey(row)) ?? -1 })),
      windowDays,
      matureBefore,
      valuedAbroad: async () => {
        const deals = await funnel.dealsAbroad();
        return rows.map((_, place) =>
          enteredIn(deals, place, question.span, question).flatMap(({ worthMinor }) => worthMinor ?? []),
        );
      },
    });
  }
}
