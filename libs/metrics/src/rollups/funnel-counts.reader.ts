import { Injectable } from '@nestjs/common';
import type { FunnelFiguresQuestion } from '../funnel-question';
import type { AskedFunnel } from '../funnel-question.reader';
import { enteredIn } from '../rules/count-funnel';
import type { FunnelCounts } from '../rules/draw-funnel';
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

  /** Null where the opportunities themselves have to be counted. */
  async read(funnel: AskedFunnel, { filter = {}, asOf }: FunnelFiguresQuestion): Promise<FunnelCounts | null> {
    const { asked, directory, knowledge, rows, question, matureBefore } = funnel;
    const { mode, windowDays } = question;
    const slices = askedSlices(filter, directory.teams);
    const day = pastDay(asOf, asked);
    if (slices === null || slices.sliceKind === 'person' || day === undefined) return null;
    const unfolded = await this.unfolded.read();
    if (!unfolded) return null;
    const kept = new Map(unfolded.setting.rows.map((row, place) => [row.key, place]));
    return this.sums.counts(unfolded, {
      asked: { ...slices, reading: knowledge.reading, asOf: day, mode },
      days: asked.period,
      previous: asked.previous,
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
