import type { Rows } from '../check';

/** Every row of the log (`m`) with the row before it (`p`); the primary key holds both side by side. */
export const logRows: Rows = {
  name: 'rows of the log',
  from: () =>
    'opportunity_move m LEFT JOIN opportunity_move p ON p.opportunity_id = m.opportunity_id AND p.seq = m.seq - 1',
  key: { column: 'm.opportunity_id', table: 'opportunity', name: 'id', is: 'id' },
  span: 4_000,
  named: { opportunityId: 'm.opportunity_id', seq: 'm.seq' },
};
