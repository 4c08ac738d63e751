import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { actor, Clock, type Currency, type Id } from '@tandem/kernel';
import type { BookingRestatement } from './booking-restatement.entity';
import { appendLinesToTail } from './fact-tail';
import { refuseBeyondReporting } from './opportunities.errors';
import { inserted, rowOf, valuesOf } from './row-sql';
import { reportedAt, type BookingRow } from './rules/post-booking';

const fields = [
  'bookingId',
  'revision',
  'rate',
  'rateDate',
  'reportingAmountMinor',
  'reportingCostMinor',
  'reason',
  'recordedAt',
  'recordedById',
] as const satisfies readonly (keyof BookingRestatement)[];

/** Appends what booking lines are worth by later rates. */
@Injectable()
export class RestatementsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async add(rows: readonly BookingRestatement[], reportingCurrency: Currency): Promise<void> {
    if (rows.length === 0) return;
    refuseBeyondReporting(rows, reportingCurrency);
    await this.database.run(inserted('booking_restatement', fields), [rows.map((row) => valuesOf(row, fields))]);
    appendLinesToTail(
      this.database,
      rows.map(({ bookingId }) => bookingId),
    );
  }

  /** A line that follows from another is restated as that one is. */
  async follow(pairs: readonly { readonly from: Id<'booking'>; readonly line: BookingRow }[]): Promise<void> {
    const known = new Map((await this.latest(pairs.map(({ from }) => from))).map((one) => [one.bookingId, one]));
    const recorded = { recordedAt: this.clock.now(), recordedById: actor().personId };
    await this.add(
      pairs.flatMap(({ from, line }) => {
        const found = known.get(from);
        return found ? [{ ...restated(line, found), ...recorded, revision: 1, reason: found.reason }] : [];
      }),
      pairs[0]?.line.reportingCurrency ?? '',
    );
  }

  private async latest(ids: readonly Id<'booking'>[]): Promise<BookingRestatement[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.query<Record<string, unknown>>(
      `SELECT n.booking_id AS bookingId, n.rate, n.rate_date AS rateDate, n.reason FROM booking_restatement n
       WHERE n.booking_id IN (?) AND n.revision = (SELECT MAX(l.revision) FROM booking_restatement l WHERE l.booking_id = n.booking_id)`,
      [ids.map((id) => bin(id))],
    );
    return rows.map((row) => rowOf<BookingRestatement>(row));
  }
}

type Restatable = Pick<BookingRow, 'id' | 'amountMinor' | 'costMinor' | 'currency' | 'reportingCurrency'>;

/** What a line is worth at another rate. */
export function restated(line: Restatable, { rate, rateDate }: Pick<BookingRestatement, 'rate' | 'rateDate'>) {
  const reported = reportedAt({ rate }, line.currency, line.reportingCurrency);
  const reportingAmountMinor = reported(line.amountMinor);
  if (reportingAmountMinor === null) throw new Error('a restatement has a rate');
  return { bookingId: line.id, rate, rateDate, reportingAmountMinor, reportingCostMinor: reported(line.costMinor) };
}
