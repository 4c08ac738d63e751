import type { PipelineFilter } from '@tandem/metrics';
import { idOrNone, scopeOf, type SliceQuery } from './scope.request';

interface PipelineSliceQuery extends SliceQuery {
  readonly campaignId?: string | undefined;
  readonly productId?: string | undefined;
  readonly segment?: string | undefined;
}

/** `none` asks for records without the attribute. */
export const pipelineFilterOf = (query: PipelineSliceQuery): PipelineFilter => ({
  ...scopeOf(query),
  campaignId: idOrNone(query.campaignId),
  productId: idOrNone(query.productId),
  segment: idOrNone(query.segment),
});
