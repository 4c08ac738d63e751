import type { BookingFact, Reading } from '../../rules/facts';
import type { HistoryLine, HistoryRestatement } from './opportunity-history';

type LineOfFate = Omit<HistoryLine, 'campaignId' | 'productId'>;

/** What became of a line. */
export type Fated<Line> = Line & Pick<BookingFact, 'isReversed' | 'worthMinor'>;

/**
 * The lines of one opportunity with what became of each: whether it was taken back, what it is worth at the last rate known (as
 * restated), and what all of them add up to where anything was credited or adjusted, as `BookingFactsReader` has it.
 */
export function withFate<Line extends LineOfFate>(
  lines: readonly Line[],
  restatements: readonly HistoryRestatement[],
  reading: Reading,
): Fated<Line>[] {
  const reversed = new Set(lines.map(({ reversesId }) => reversesId));
  const isAmended = lines.some(({ isCredit, adjustsDate }) => isCredit || adjustsDate !== null);
  const sum = lines.reduce((total, { amountMinor }) => total + amountMinor, 0n);
  return lines.map((line) => ({
    ...line,
    ...(reading === 'restated' ? restated(line, restatements) : {}),
    isReversed: reversed.has(line.id),
    worthMinor: isAmended ? sum : line.amountMinor,
  }));
}

/** By the last rate known; restatements of lines booked in another reporting currency are not among them. */
function restated(
  { id, reportingMinor, costMinor }: LineOfFate,
  restatements: readonly HistoryRestatement[],
): Pick<HistoryLine, 'reportingMinor' | 'costMinor'> {
  const last = restatements.findLast(({ lineId }) => lineId === id);
  return {
    reportingMinor: last ? last.reportingMinor : reportingMinor,
    costMinor: last ? last.costMinor : costMinor,
  };
}
