import { allocate } from '../../rules/allocate';
import { weighTouches, type AttributionModel } from './weigh-touches';

/** One contact with a buyer, as attribution sees it. */
export interface TouchFact {
  readonly id: string;
  readonly sourceId: string;
  readonly campaignId: string | null;
  /** Milliseconds. */
  readonly at: number;
}

/** A convertible booking line with what touched its opportunity up to its moment. */
export interface TouchedLine {
  readonly id: string;
  readonly reportingMinor: bigint;
  /** Its own source and campaign, of the moment it was booked. */
  readonly sourceId: string | null;
  readonly campaignId: string | null;
  /** Up to the moment of the booking, oldest first. */
  readonly touches: readonly TouchFact[];
  /** When the opportunity opened, in milliseconds. */
  readonly openedAt: number | null;
}

/** What one line gives one source and campaign. */
export interface Share<Line> {
  readonly line: Line;
  readonly sourceId: string | null;
  readonly campaignId: string | null;
  /** False where no touch was recorded, so that it went to the line's own source. */
  readonly isTouched: boolean;
  readonly minor: bigint;
}

/**
 * Splits a line among the sources and campaigns that touched its opportunity, by one model: exactly 100 % of its reporting amount,
 * by largest remainder, of equals the earlier touch first. Without touches all of it goes to its own source. Unit: minor units of the
 * reporting currency. Allocation, not causation. Source: touches and booking lines.
 */
export function creditTouches<Line extends TouchedLine>(
  line: Line,
  rule: { readonly model: AttributionModel; readonly halfLifeDays: number },
): Share<Line>[] {
  const { touches, openedAt, reportingMinor, sourceId, campaignId } = line;
  if (touches.length === 0) return [{ line, sourceId, campaignId, isTouched: false, minor: reportingMinor }];
  const weights = weighTouches(
    touches.map(({ at }) => at),
    { ...rule, openedAt },
  );
  const parts = allocate(reportingMinor, weights);
  const shares = new Map<string, Share<Line>>();
  for (const [place, touch] of touches.entries()) {
    const key = `${touch.sourceId} ${touch.campaignId}`;
    const minor = (shares.get(key)?.minor ?? 0n) + (parts[place] ?? 0n);
    if ((weights[place] ?? 0n) > 0n)
      shares.set(key, { line, sourceId: touch.sourceId, campaignId: touch.campaignId, isTouched: true, minor });
  }
  return [...shares.values()];
}

/** Every source that touched a line's opportunity, each with all of its amount: influence overlaps and is never added up. */
export const influences = <Line extends TouchedLine>(line: Line): Share<Line>[] =>
  [...new Set(line.touches.map((touch) => touch.sourceId))].map((sourceId) => ({
    line,
    sourceId,
    campaignId: null,
    isTouched: true,
    minor: line.reportingMinor,
  }));

/** The one source a line has. */
export const sourced = <Line extends TouchedLine>(line: Line): Share<Line> => ({
  line,
  sourceId: line.sourceId,
  campaignId: null,
  isTouched: line.touches.length > 0,
  minor: line.reportingMinor,
});
