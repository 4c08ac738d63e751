import { rowCheck } from '../check';
import { bookingRows } from '../rows/booking.rows';
import { expenseRows, restatementRows } from '../rows/table.rows';
import { convertedSql, follows } from '../sql-words';

/** A line (`of`) with its amounts and what is reported of them at a rate; a restatement (`at`) has a rate of its own. */
interface Line {
  readonly of: string;
  readonly at: string;
  readonly amounts: Readonly<Record<string, string>>;
}

const booked = { amount_minor: 'reporting_amount_minor', cost_minor: 'reporting_cost_minor' };

/** What is not known, or has no rate, is not reported; everything else is the amount at the rate. */
const isConverted = ({ of, at, amounts }: Line): string =>
  Object.entries(amounts)
    .map(
      ([amount, reported]) =>
        `(${at}.rate IS NULL OR ${of}.${amount} IS NULL) = (${at}.${reported} IS NULL) AND ${follows(
          `${at}.${reported} IS NOT NULL`,
          `${at}.${reported} = ${convertedSql(`${of}.${amount}`, `${at}.rate`, `${of}.currency`, `${of}.reporting_currency`)}`,
        )}`,
    )
    .join(' AND ');

/** The reporting currency itself is worth one of itself. */
const isOneOfItself = (line: string): string =>
  follows(`${line}.currency = ${line}.reporting_currency`, `${line}.rate = 1`);

/** What is reported of a line is its amount, and its cost, at the rate frozen in it, rounded half to even on the minor unit. */
export const reporting = rowCheck(
  'I14-reporting',
  { of: bookingRows, holds: `${isConverted({ of: 'b', at: 'b', amounts: booked })} AND ${isOneOfItself('b')}` },
  {
    of: expenseRows,
    holds: `${isConverted({ of: 'e', at: 'e', amounts: { amount_minor: 'reporting_amount_minor' } })} AND ${isOneOfItself('e')}`,
  },
  {
    of: restatementRows,
    holds: `(n.revision = 1 OR EXISTS (SELECT 1 FROM booking_restatement p WHERE p.booking_id = n.booking_id AND p.revision = n.revision - 1))
      AND ${isConverted({ of: 'b', at: 'n', amounts: booked })}`,
  },
);
