/** Whether somebody noted a touch of an opportunity or offered it: its version says nothing of that, and no import brings it. */
export const workedBeside = (opportunity: string): string =>
  `(EXISTS (SELECT 1 FROM touch u WHERE u.opportunity_id = ${opportunity})
    OR EXISTS (SELECT 1 FROM hand_off h WHERE h.opportunity_id = ${opportunity}))`;
