import type { LineScope, Scope } from '@tandem/metrics';

export interface SliceQuery {
  readonly teamId?: string | undefined;
  readonly officeId?: string | undefined;
  readonly personId?: string | undefined;
  readonly sourceId?: string | undefined;
}

/** `none` asks for records without the attribute. */
export const scopeOf = ({ teamId, officeId, personId, sourceId }: SliceQuery): Scope => ({
  teamId: idOrNone(teamId),
  officeId: idOrNone(officeId),
  personId: idOrNone(personId),
  sourceId: idOrNone(sourceId),
});

interface LineQuery extends SliceQuery {
  readonly campaignId?: string | undefined;
  readonly productId?: string | undefined;
  readonly segment?: string | undefined;
}

/** The same for booking lines, which say more. */
export const lineScopeOf = ({ campaignId, productId, segment, ...slice }: LineQuery): LineScope => ({
  ...scopeOf(slice),
  campaignId: idOrNone(campaignId),
  productId: idOrNone(productId),
  segment: idOrNone(segment),
});

export const idOrNone = (asked: string | undefined): string | null | undefined => (asked === 'none' ? null : asked);
