import type { Rows } from '../check';

/** Every opportunity (`o`) with the row of its log (`l`) that it says is the last. */
export const opportunityRows: Rows = {
  name: 'opportunities',
  from: () => 'opportunity o LEFT JOIN opportunity_move l ON l.opportunity_id = o.id AND l.seq = o.last_seq',
  key: { column: 'o.id', table: 'opportunity', name: 'id', is: 'id' },
  span: 10_000,
  named: { opportunityId: 'o.id' },
};
