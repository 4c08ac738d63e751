interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 14;
const margin = 12;

/** Where the card stands: beside what it speaks of, under it, above it, or, where it speaks of nothing in sight, in the lower corner. */
export function placeCard(
  target: Box | null,
  card: Size,
  screen: Size,
): { readonly left: number; readonly top: number } {
  const within = (value: number, size: number, whole: number) =>
    Math.max(margin, Math.min(value, whole - size - margin));
  if (!target) return { left: screen.width - card.width - margin, top: screen.height - card.height - margin };
  const right = target.left + target.width + gap;
  if (right + card.width + margin <= screen.width)
    return { left: right, top: within(target.top, card.height, screen.height) };
  const under = target.top + target.height + gap;
  const top = under + card.height + margin <= screen.height ? under : target.top - gap - card.height;
  return { left: within(target.left, card.width, screen.width), top: within(top, card.height, screen.height) };
}
