/** How the hand-offs of the opportunity `o` stand, found in one look at them; null where there never was one. */
export const handOffMarks = `(SELECT CONCAT(MAX(h.state = 'offered'), MAX(h.state = 'accepted'))
    FROM hand_off h WHERE h.opportunity_id = o.id) AS handOffMarks`;

/** Whether one waits for an answer, and whether one was accepted and never given back. */
export const readMarks = (marks: string | null) => ({ offered: marks?.[0] === '1', accepted: marks?.[1] === '1' });
