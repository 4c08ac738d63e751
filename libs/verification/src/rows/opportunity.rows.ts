import type { Rows } from '../check';

/** Every opportunity (`o`) with the row of its log (`l`) that it says is the last, and with the first (`f`). */
export const opportunityRows: Rows = {
  name: 'opportunities',
  from: () => `opportunity o LEFT JOIN opportunity_move l ON l.opportunity_id = o.id AND l.seq = o.last_seq
    LEFT JOIN opportunity_move f ON f.opportunity_id = o.id AND f.seq = 1`,
  key: { column: 'o.id', table: 'opportunity', name: 'id', is: 'id' },
  span: 10_000,
  named: { opportunityId: 'o.id' },
};

/** An import counts a version for what it changes beside the log, and tells of the import as a whole. */
export const isImported = (opportunity: string): string =>
  `EXISTS (SELECT 1 FROM opportunity_move i WHERE i.opportunity_id = ${opportunity} AND i.seq = 1 AND i.origin <> 'native')`;
