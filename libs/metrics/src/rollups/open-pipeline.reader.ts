import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@tandem/kernel';
import type { AskedPipeline } from '../pipeline/pipeline-facts.reader';
import type { PipelineQuestion } from '../pipeline/pipeline-question';
import { sumHeld, type HeldDeal, type PipelineSum } from '../pipeline/rules/follow-pipeline';
import { PipelineSumsReader } from './pipeline-sums.reader';
import { askedSlices, pastDay } from './rules/asked-slices';
import { UnfoldedReader } from './unfolded.reader';

/** Open pipeline at the end of days from sums, where sums can answer. */
@Injectable()
export class OpenPipelineReader {
  constructor(
    private readonly unfolded: UnfoldedReader,
    private readonly sums: PipelineSumsReader,
  ) {}

  /** Begins with what hangs on no question, beside whatever else comes first. */
  async prepare(): Promise<void> {
    await this.unfolded.read();
  }

  /** Null where the opportunities themselves have to be looked at. What is open in another currency `heldAbroad` tells, if there is any. */
  async at(
    { asked, directory, knowledge }: AskedPipeline,
    { filter = {}, asOf, closing = 'any' }: PipelineQuestion,
    days: readonly PlainDate[],
    heldAbroad: () => Promise<(day: PlainDate) => readonly HeldDeal[]>,
  ): Promise<Map<PlainDate, PipelineSum> | null> {
    const { campaignId, productId, segment, ...scope } = filter;
    if (campaignId !== undefined || productId !== undefined || segment !== undefined) return null;
    const slices = askedSlices(scope, directory.teams);
    const day = pastDay(asOf, asked);
    const isOfMonths = [asked.period.from, asked.period.until].every((end) => end.endsWith('-01'));
    if (
      slices === null ||
      slices.sliceKind === 'person' ||
      day === undefined ||
      (closing === 'in_period' && !isOfMonths)
    )
      return null;
    const unfolded = await this.unfolded.read();
    if (!unfolded) return null;
    const { home, isAbroad } = await this.sums.at(unfolded, {
      asked: { ...slices, reading: knowledge.reading, asOf: day },
      currency: asked.currency,
      closing: closing === 'any' ? null : asked.period,
      days,
    });
    const abroad = isAbroad ? await heldAbroad() : () => [];
    return new Map(
      [...home].map(([at, { open, valueMinor, weightedMinor, withoutAmount }]) => {
        const more = sumHeld(abroad(at));
        return [
          at,
          {
            count: open + more.count,
            minor: valueMinor + more.minor,
            weightedMinor: weightedMinor + more.weightedMinor,
            withoutAmount: withoutAmount + more.withoutAmount,
            withoutRate: more.withoutRate,
          },
        ];
      }),
    );
  }
}
