/** The rows of a funnel by which a source is judged, by their keys; null where the funnel has none. */
export interface Milestones {
  /** What marketing calls qualified: its last row before sales. */
  readonly qualified: string | null;
  /** What sales works on: its first row. */
  readonly accepted: string | null;
  readonly won: string | null;
}

interface Row {
  readonly key: string;
  readonly ownerSide: 'sales' | 'marketing';
  readonly buyerStep: string;
}

/** Lead, qualified by marketing, accepted by sales, won: whatever an organisation calls its stages, these are where sides change. */
export function nameMilestones(rows: readonly Row[]): Milestones {
  const first = rows.findIndex(({ ownerSide }) => ownerSide === 'sales');
  const key = (row: Row | undefined): string | null => row?.key ?? null;
  return {
    qualified: key(rows.slice(0, first < 0 ? rows.length : first).at(-1)),
    accepted: key(rows[first]),
    won: key(rows.find(({ buyerStep }) => buyerStep === 'purchase')),
  };
}
