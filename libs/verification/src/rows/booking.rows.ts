import type { Rows } from '../check';

/** Every booking (`b`) with the one it takes back (`r`) and the row of the log that posted it (`m`). */
export const bookingRows: Rows = {
  name: 'bookings',
  from: () => 'booking b LEFT JOIN booking r ON r.id = b.reverses_id LEFT JOIN opportunity_move m ON m.id = b.move_id',
  key: { column: 'b.id', table: 'booking', name: 'id', is: 'id' },
  span: 20_000,
  named: { opportunityId: 'b.opportunity_id', bookingId: 'b.id' },
};
