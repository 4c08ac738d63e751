import type { MoveRow } from './next-move-row';

/** What reading corrections into a log needs of its rows. */
export type CorrectableRow = Pick<MoveRow, 'seq' | 'at' | 'correction' | 'correctsSeq'>;

/**
 * A log as it is known now, oldest first: a row that was taken back and the row that took it back are both gone, and a row
 * given another date stands at that one; of several redatings the last rules.
 */
export function effectiveLog<Row extends CorrectableRow>(log: readonly Row[]): Row[] {
  const withdrawn = new Set<number | null>();
  const redated = new Map<number | null, Date>();
  for (const { correction, correctsSeq, at } of log) {
    if (correction === 'withdraw') withdrawn.add(correctsSeq);
    if (correction === 'redate') redated.set(correctsSeq, at);
  }
  return log
    .filter(({ correction, seq }) => correction === null && !withdrawn.has(seq))
    .map((row) => ({ ...row, at: redated.get(row.seq) ?? row.at }));
}

/** Since when it stands in its present stage: the corrected instant of the row that brought it there. */
export function enteredAt(effective: readonly Pick<MoveRow, 'at' | 'stageFromId' | 'stageToId'>[]): Date {
  const entry = effective.findLast(({ stageFromId, stageToId }) => stageFromId !== stageToId);
  if (!entry) throw new Error('a log begins with the entry into a stage');
  return entry.at;
}
