import { compareRatios, ratio, type Ratio } from '../../rules/ratio';

/** What a source cost and what it brought, in minor units; a cost nobody recorded is null and never 0. */
export interface SourceYield {
  readonly costMinor: bigint | null;
  readonly pipelineMinor: bigint;
}

/** Pipeline created for each unit spent; null where the cost is unknown, or nothing was spent. */
export const pipelinePerCost = ({ costMinor, pipelineMinor }: SourceYield): Ratio | null =>
  costMinor === null || costMinor <= 0n ? null : ratio(pipelineMinor, costMinor);

/** Sources by pipeline created for each unit spent, the best first; those of which nobody can tell stand last, by pipeline. */
export function rankSources<Source extends SourceYield>(sources: readonly Source[]): Source[] {
  return sources.toSorted((one, other) => {
    const [left, right] = [pipelinePerCost(one), pipelinePerCost(other)];
    if (left && right) return compareRatios(right, left) || byPipeline(one, other);
    return Number(left === null) - Number(right === null) || byPipeline(one, other);
  });
}

const byPipeline = (one: SourceYield, other: SourceYield): number =>
  compareRatios(ratio(other.pipelineMinor, 1n), ratio(one.pipelineMinor, 1n));
