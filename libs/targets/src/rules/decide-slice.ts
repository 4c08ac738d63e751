import { refusal, type Refusal } from '@tandem/kernel';

/** May a target of this figure stand on such a slice? Only where the figure itself can be asked for it, so that it can be held against it. */
export function decideSlice(
  { kind, id }: { readonly kind: string; readonly id: string | null },
  figure: { readonly key: string; readonly slices: readonly string[] },
): { readonly kind: string } | Refusal {
  if (!figure.slices.includes(kind)) {
    return refusal('target.slice_not_asked', `This figure is asked for by ${figure.slices.join(', ')} only.`, {
      pointer: '/slice/kind',
      slices: figure.slices.join(', '),
    });
  }
  if (kind === 'segment' && id === '') {
    return refusal('target.slice_empty', 'Name the segment, or say null for accounts without one.', {
      pointer: '/slice/id',
    });
  }
  return { kind };
}
