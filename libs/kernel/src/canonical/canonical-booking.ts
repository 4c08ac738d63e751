import { createHash } from 'node:crypto';
import { canonicalText, type CanonicalForm } from './canonical-form';

/** What the digest of a booking line covers: every column. */
export const bookingForm: CanonicalForm = {
  name: 'booking/1',
  columns: {
    id: 'id',
    opportunity_id: 'id',
    move_id: 'id',
    account_id: 'id',
    product_id: 'id',
    booking_type: 'word',
    amount_minor: 'number',
    cost_minor: 'number',
    currency: 'word',
    reporting_amount_minor: 'number',
    reporting_cost_minor: 'number',
    reporting_currency: 'word',
    rate: 'rate',
    rate_date: 'date',
    booking_date: 'date',
    recorded_at: 'instant',
    owner_id: 'id',
    team_id: 'id',
    source_id: 'id',
    campaign_id: 'id',
    reverses_id: 'id',
    credit_of_id: 'id',
    adjusts_date: 'date',
    note: 'text',
  },
};

const fields = Object.keys(bookingForm.columns).map((column) =>
  column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
);

/** SHA-256 of a booking line in hexadecimal digits, as the audit line that tells of it carries it. */
export const digestOfBooking = (booking: object): string =>
  createHash('sha256')
    .update(
      canonicalText(
        bookingForm,
        fields.map((field) => (booking as Readonly<Record<string, unknown>>)[field]),
      ),
    )
    .digest('hex');
