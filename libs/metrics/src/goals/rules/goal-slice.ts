import type { FlowScope, FlowSliceKind } from '../../flow/rules/slice-flow';

/** Whom a target stands on, when not on everybody: an id, of a segment its name, null for what lacks the attribute. */
export interface GoalSlice {
  readonly kind: FlowSliceKind;
  readonly id: string | null;
}

const scopeOf = {
  team: 'teamId',
  office: 'officeId',
  person: 'personId',
  source: 'sourceId',
  campaign: 'campaignId',
  segment: 'segment',
  product: 'productId',
} as const satisfies Record<FlowSliceKind, keyof FlowScope>;

/** What a question about a slice is narrowed to. */
export const filterOf = (slice: GoalSlice | null): FlowScope =>
  slice === null ? {} : { [scopeOf[slice.kind]]: slice.id };

/** The slice a question is narrowed to; null for everybody, undefined where it is narrowed in two ways, on which no target stands. */
export function sliceOf(filter: FlowScope): GoalSlice | null | undefined {
  const narrowed = (Object.keys(scopeOf) as FlowSliceKind[]).flatMap((kind): GoalSlice[] => {
    const id = filter[scopeOf[kind]];
    return id === undefined ? [] : [{ kind, id }];
  });
  if (narrowed.length > 1) return undefined;
  return narrowed[0] ?? null;
}

/** The slice that one slice of an answer is; undefined where the answer is narrowed to another one already, on both of which no target stands. */
export const sliceWithin = (asked: GoalSlice | null | undefined, own: GoalSlice): GoalSlice | undefined =>
  asked === null || (asked?.kind === own.kind && asked.id === own.id) ? own : undefined;

/** As the table of targets has it. */
export const storedSlice = (
  slice: GoalSlice | null,
): { readonly sliceKind: FlowSliceKind | 'all'; readonly slice: string } => ({
  sliceKind: slice?.kind ?? 'all',
  slice: slice?.id ?? '',
});

export const sliceFrom = (kind: FlowSliceKind | 'all', slice: string): GoalSlice | null =>
  kind === 'all' ? null : { kind, id: slice === '' ? null : slice };
