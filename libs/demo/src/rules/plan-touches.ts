import type { Draw } from './draw';

/** What touches of an opportunity are planned from. */
export interface TouchedRoad {
  /** When it opened, and each later change. */
  readonly moments: readonly { readonly at: Date; readonly side: 'marketing' | 'sales' }[];
  readonly source: string;
  readonly campaign: string | null;
}

export interface PlannedTouch {
  readonly at: Date;
  readonly side: 'marketing' | 'sales';
  readonly kind: 'visit' | 'form' | 'email' | 'event' | 'call' | 'meeting' | 'demo';
  readonly source: string;
  readonly campaign: string | null;
}

/** Where else buyers of this road hear of us. */
export interface OtherRoads {
  readonly sources: readonly string[];
  /** A campaign of the source that ran on that day, if any. */
  readonly campaignOn: (source: string, at: Date) => string | null;
}

const hour = 3_600_000;
const kinds = {
  marketing: ['visit', 'form', 'email', 'event'],
  sales: ['call', 'meeting', 'demo'],
} as const;

/** One opportunity in twelve came without anybody recording a touch; the others begin with their own source, and later ones mix. */
export function planTouches(
  draw: Draw,
  { moments, source, campaign }: TouchedRoad,
  others: OtherRoads,
): PlannedTouch[] {
  const [opened] = moments;
  if (!opened || draw.chance(0.08)) return [];
  const before = new Date(opened.at.getTime() - draw.whole(1, 20 * 24) * hour);
  const touches: PlannedTouch[] = [
    { at: before, side: opened.side, kind: draw.pick(kinds[opened.side]), source, campaign },
  ];
  for (const { at, side } of moments) {
    if (!draw.chance(0.5)) continue;
    const moment = new Date(at.getTime() - draw.whole(1, 120) * 60_000);
    const other = draw.chance(0.35) ? draw.pick(others.sources) : source;
    touches.push({
      at: moment,
      side,
      kind: draw.pick(kinds[side]),
      source: other,
      campaign: other === source ? campaign : others.campaignOn(other, moment),
    });
  }
  return touches;
}
