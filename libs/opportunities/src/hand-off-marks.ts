/** How the hand-offs of an opportunity stand. */
export interface HandOffMarks {
  /** One waits for an answer. */
  readonly offered: boolean;
  /** One was accepted and never given back. */
  readonly accepted: boolean;
}

/** Both of the opportunity `o`, found in one look at its hand-offs; null where there never was one. */
export const handOffMarks = `(SELECT CONCAT(MAX(h.state = 'offered'), MAX(h.state = 'accepted'))
    FROM hand_off h WHERE h.opportunity_id = o.id) AS handOffMarks`;

export const readMarks = (marks: string | null): HandOffMarks => ({
  offered: marks?.[0] === '1',
  accepted: marks?.[1] === '1',
});
