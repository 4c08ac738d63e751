import type { Zone } from '@tandem/kernel';
import { closingsOf } from '../../rules/closings-of';
import type { Reading } from '../../rules/facts';
import { readBookings } from '../../rules/read-bookings';
import type { Outcome } from '../../rules/read-closings';
import type { Correction } from '../../rules/read-moves';
import { measureClosing, measureLine } from '../../rules/sum-sales';
import type { Placed } from './cell';
import { withFate } from './line-fate';
import type { HistoryMove, OpportunityHistory } from './opportunity-history';

type Sales = Extract<Placed, { readonly kind: 'sales' }>;

/** What one opportunity adds to bookings and closings, as a reading has it. */
export const salesOf = (history: OpportunityHistory, reading: Reading, zone: Zone): Sales[] => [
  ...closings(history, reading, zone),
  ...bookings(history, reading),
];

function closings({ moves, isRenewal, belongings }: OpportunityHistory, reading: Reading, zone: Zone): Sales[] {
  const log = moves.filter(isOfClosing);
  if (log.length === 0) return [];
  const { sourceId: sourceNow, campaignId, productId, segment } = belongings;
  const found = closingsOf(log, { corrections: correctionsIn(moves), reading, zone, sourceNow });
  return found.map(({ outcome, sign, date, ownerId, teamId, sourceId }) => ({
    kind: 'sales',
    credit: { teamId, ownerId, sourceId, campaignId, productId, segment },
    day: date,
    measures: measureClosing({ outcome, sign, isRenewal }),
  }));
}

/** Whether a row of the log has to do with being closed. */
export const isOfClosing = ({ outcomeFrom, outcomeTo }: HistoryMove) => isClosed(outcomeFrom) || isClosed(outcomeTo);

const isClosed = (outcome: Outcome | null): boolean => outcome === 'won' || outcome === 'lost';

/** The rows of a log that correct others. */
export const correctionsIn = (moves: readonly HistoryMove[]): Correction[] =>
  moves.flatMap(({ seq, correction, correctsSeq, at }) =>
    correction === null || correctsSeq === null ? [] : [{ seq, correction, correctsSeq, at }],
  );

/** As reported a line counts on its booking date at its frozen rate; as restated on the day it adjusts, at the last one known. */
function bookings({ lines, restatements, belongings }: OpportunityHistory, reading: Reading): Sales[] {
  if (lines.length === 0) return [];
  return readBookings(withFate(lines, restatements, reading), reading).map((line) => {
    const { ownerId, teamId, sourceId, campaignId, productId } = line;
    return {
      kind: 'sales',
      credit: { teamId, ownerId, sourceId, campaignId, productId, segment: belongings.segment },
      day: reading === 'restated' ? (line.adjustsDate ?? line.bookingDate) : line.bookingDate,
      measures: measureLine(line, reading),
    };
  });
}
