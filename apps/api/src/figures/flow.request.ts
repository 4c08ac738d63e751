import type { FlowScope, FlowSliceKind, SlicedFlowQuestion } from '@tandem/metrics';
import { flowSliceKinds } from '@tandem/metrics';
import { scopeOf } from './scope.request';

interface FlowQuery {
  readonly period?: string | undefined;
  readonly asOf?: string | undefined;
  readonly reading?: 'restated' | 'reported' | undefined;
  readonly by?: string | undefined;
  readonly teamId?: string | undefined;
  readonly officeId?: string | undefined;
  readonly personId?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly campaignId?: string | undefined;
  readonly segment?: string | undefined;
  readonly productId?: string | undefined;
}

/** What a query asks of flow; of a kind named twice the second says nothing. */
export const flowQuestionOf = (query: FlowQuery): SlicedFlowQuestion => ({
  period: query.period,
  asOf: query.asOf,
  reading: query.reading,
  filter: flowScopeOf(query),
  by: [...new Set((query.by ?? '').split(',').filter(isSliceKind))],
});

const flowScopeOf = (query: FlowQuery): FlowScope => ({
  ...scopeOf(query),
  campaignId: noneAsNull(query.campaignId),
  segment: noneAsNull(query.segment),
  productId: noneAsNull(query.productId),
});

const isSliceKind = (text: string): text is FlowSliceKind => (flowSliceKinds as readonly string[]).includes(text);

const noneAsNull = (asked: string | undefined): string | null | undefined => (asked === 'none' ? null : asked);
