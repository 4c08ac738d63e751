import { forbidden, missing, stale, versionRequired, type Facts } from '@tandem/kernel';

/** Every way targets say no, beside what their rules refuse. */
export const targetMissing = (id: string) => missing('target.missing', 'There is no such target.', { id });
export const targetChanged = (current: unknown) =>
  stale('target.changed', 'Somebody changed this target meanwhile. Look at it again before you change or sign it.', {
    current,
  });
export const targetVersionRequired = () =>
  versionRequired('version.required', 'This target exists: send If-Match with the ETag you were given, such as "v3".');
export const notAHead = (detail: string, facts: Facts) => forbidden('target.not_a_head', detail, facts);
export const sliceMissing = ({ kind, id }: { readonly kind: string; readonly id: string | null }) =>
  missing('target.slice_missing', 'There is nothing of this kind and id for a target to stand on.', { kind, id });
export const holderMissing = (id: string) =>
  missing('quota.holder_missing', 'There is no such team or person.', { id });
