import type { PipelineRow } from './map-row';

/** How much of its past an opportunity brings: every stage it went through, where it began and where it stands or ended, one of both, or only how it stood. */
export const historyGrades = ['full', 'bothEnds', 'oneEnd', 'snapshot'] as const;
export type HistoryGrade = (typeof historyGrades)[number];

export function gradeHistory({
  stage,
  engagedOn,
  closedOn,
  listed,
}: Pick<PipelineRow, 'stage' | 'engagedOn' | 'closedOn' | 'listed'>): HistoryGrade {
  const isDated = listed !== null && listed.entries.length > 0;
  const began = engagedOn ?? listed?.createdOn ?? null;
  const isClosed = stage === 'won' || stage === 'lost';
  // An open one of an export with four files has entered its stage on the day it began.
  const entered = listed ? listed.stageSince : engagedOn;
  const stands = isClosed ? closedOn : entered;
  if (isDated && (isClosed ? closedOn : listed.entries.at(-1)?.stage === listed.stage || stands)) return 'full';
  if (began && stands) return 'bothEnds';
  return began || stands ? 'oneEnd' : 'snapshot';
}
