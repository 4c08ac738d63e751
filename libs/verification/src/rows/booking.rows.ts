import type { Rows } from '../check';

/** Every booking (`b`) with the one it takes back or gives part of back (`r`) and the row of the log that posted it (`m`). */
export const bookingRows: Rows = {
  name: 'bookings',
  from: () =>
    'booking b LEFT JOIN booking r ON r.id = COALESCE(b.reverses_id, b.credit_of_id) LEFT JOIN opportunity_move m ON m.id = b.move_id',
  key: { column: 'b.id', table: 'booking', name: 'id', is: 'id' },
  span: 20_000,
  named: { opportunityId: 'b.opportunity_id', bookingId: 'b.id' },
};

/** Whom a line is counted for; it goes over to every line that follows from it. */
export const shares = ['account_id', 'product_id', 'owner_id', 'team_id', 'source_id', 'campaign_id'] as const;
