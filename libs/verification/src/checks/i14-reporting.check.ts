import { rowCheck, type RowRule } from '../check';
import { bookingRows } from '../rows/booking.rows';
import { expenseRows, restatementRows } from '../rows/table.rows';
import { convertedSql, follows } from '../sql-words';

interface Line {
  readonly alias: string;
  readonly amount: string;
  readonly reported: string;
  readonly currency?: string;
  readonly reporting?: string;
}

const isConverted = ({ alias, amount, reported, currency = alias, reporting = alias }: Line): string =>
  `(${alias}.rate IS NULL) = (${alias}.${reported} IS NULL) AND ${follows(
    `${alias}.rate IS NOT NULL`,
    `${alias}.${reported} = ${convertedSql(amount, `${alias}.rate`, `${currency}.currency`, `${reporting}.reporting_currency`)}`,
  )}`;

const cost: RowRule['holds'] = follows(
  'b.reporting_cost_minor IS NOT NULL',
  `b.reporting_cost_minor = ${convertedSql('b.cost_minor', 'b.rate', 'b.currency', 'b.reporting_currency')}`,
);

/** What is reported of a line is its amount at the rate frozen in it, rounded half to even on the minor unit. */
export const reporting = rowCheck(
  'I14-reporting',
  {
    of: bookingRows,
    holds: `${isConverted({ alias: 'b', amount: 'b.amount_minor', reported: 'reporting_amount_minor' })} AND ${cost}`,
  },
  { of: expenseRows, holds: isConverted({ alias: 'e', amount: 'e.amount_minor', reported: 'reporting_amount_minor' }) },
  {
    of: restatementRows,
    holds: `(n.revision = 1 OR EXISTS (SELECT 1 FROM booking_restatement p WHERE p.booking_id = n.booking_id AND p.revision = n.revision - 1))
      AND ${isConverted({
        alias: 'n',
        amount: 'b.amount_minor',
        reported: 'reporting_amount_minor',
        currency: 'b',
        reporting: 'b',
      })}`,
  },
);
