import type { Scope } from '@tandem/metrics';

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

export const idOrNone = (asked: string | undefined): string | null | undefined => (asked === 'none' ? null : asked);
