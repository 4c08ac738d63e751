import type { Credit, Scope } from '../../rules/facts';

/** What flow figures can be cut by; one kind gives its slices, two give every pair that has any case. */
export const flowSliceKinds = ['team', 'office', 'person', 'source', 'campaign', 'segment', 'product'] as const;

export type FlowSliceKind = (typeof flowSliceKinds)[number];

/** Whose a case is: the person and team of its own moment, and what its opportunity belongs to. */
export interface FlowCredit extends Credit {
  readonly campaignId: string | null;
  /** The segment of its account. */
  readonly segment: string | null;
  readonly productId: string | null;
}

/** What a question is narrowed to: an id, null for cases without the attribute, nothing for all. */
export interface FlowScope extends Scope {
  readonly campaignId?: string | null | undefined;
  readonly segment?: string | null | undefined;
  readonly productId?: string | null | undefined;
}

/** Where a slice lies: for each kind asked for, an id or null for what lacks the attribute. */
export interface SlicePlace {
  readonly kind: FlowSliceKind;
  readonly id: string | null;
}

export interface FlowSlice<Case> {
  readonly places: readonly SlicePlace[];
  readonly cases: readonly Case[];
}

/** Whether a case is credited to a scope. */
export const isWithin = (credit: FlowCredit, scope: FlowScope): boolean =>
  fits(scope.teamId, credit.teamId) &&
  fits(scope.officeId, credit.officeId) &&
  fits(scope.personId, credit.ownerId) &&
  fits(scope.sourceId, credit.sourceId) &&
  fits(scope.campaignId, credit.campaignId) &&
  fits(scope.segment, credit.segment) &&
  fits(scope.productId, credit.productId);

/** Cuts cases into slices: each case lies in exactly one of them, so that slices add up to the whole. */
export function sliceFlow<Case extends FlowCredit>(
  cases: readonly Case[],
  kinds: readonly FlowSliceKind[],
): FlowSlice<Case>[] {
  if (kinds.length === 0) return [];
  const slices = new Map<string, { readonly places: readonly SlicePlace[]; readonly cases: Case[] }>();
  for (const one of cases) {
    const places = kinds.map((kind) => ({ kind, id: one[creditOf[kind]] }));
    const key = JSON.stringify(places.map(({ id }) => id));
    const slice = slices.get(key);
    if (slice) slice.cases.push(one);
    else slices.set(key, { places, cases: [one] });
  }
  return [...slices.values()];
}

const creditOf = {
  team: 'teamId',
  office: 'officeId',
  person: 'ownerId',
  source: 'sourceId',
  campaign: 'campaignId',
  segment: 'segment',
  product: 'productId',
} as const satisfies Record<FlowSliceKind, keyof FlowCredit>;

const fits = (wished: string | null | undefined, actual: string | null): boolean =>
  wished === undefined || wished === actual;
