import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import { actingAs, actor, money, type Currency, type Id, type Money, type PlainDate } from '@tandem/kernel';
import { PipelineReader } from '@tandem/opportunities';
import { csvHead, csvLine, type Cell } from './rules/write-csv';

/** Days, half-open; what is left out is not bounded. */
export interface ExportedDays {
  readonly from?: PlainDate | undefined;
  readonly until?: PlainDate | undefined;
}

interface BookingLine {
  readonly id: Id<'booking'>;
  readonly opportunityId: Id<'opportunity'>;
  readonly opportunity: string;
  readonly account: string | null;
  readonly bookingType: string;
  readonly bookingDate: PlainDate;
  readonly amountMinor: string;
  readonly currency: Currency;
  readonly rate: string | null;
  readonly reportingMinor: string | null;
  readonly reportingCurrency: Currency;
  readonly owner: string;
  readonly team: string;
  readonly reversesId: Id<'booking'> | null;
  readonly creditOfId: Id<'booking'> | null;
}

const pageSize = 500;

/** Lists as CSV, some hundred lines a piece, so that a million of them need no more memory than one page. */
@Injectable()
export class ExportsReader {
  constructor(
    private readonly database: Database,
    private readonly funnel: FunnelReader,
    private readonly pipeline: PipelineReader,
  ) {}

  /** The opportunities whoever asks may see, the newest first. */
  async *opportunities(): AsyncGenerator<string> {
    const reader = actor();
    const stages = new Map((await this.funnel.stages()).map(({ id, key }) => [id, key]));
    yield head('id,name,account,stage,outcome,amount,currency,close_date,owner,next_step,next_step_date');
    for (let cursor: string | undefined; ;) {
      // The stream is drained outside of the request, so each page says anew who reads.
      const { items, nextCursor } = await actingAs(reader, () => this.pipeline.list({ limit: pageSize, cursor }));
      yield items
        .map((one) =>
          csvLine([
            one.id,
            one.name,
            one.account?.name ?? null,
            stages.get(one.stageId) ?? null,
            one.outcome,
            one.amount,
            one.amount?.currency ?? null,
            one.closeDate,
            one.owner.name,
            one.nextStep,
            one.nextStepDate,
          ]),
        )
        .join('');
      if (nextCursor === null) return;
      cursor = nextCursor;
    }
  }

  /** Every booking line of these days in the order they were written: wins, what took them back, credits. */
  async *bookings({ from, until }: ExportedDays): AsyncGenerator<string> {
    yield head(
      'id,opportunity_id,opportunity,account,type,date,amount,currency,rate,reporting_amount,reporting_currency,owner,team,reverses_id,credit_of_id',
    );
    for (let after: Id<'booking'> | null = null; ;) {
      const lines: BookingLine[] = await this.database.query<BookingLine>(
        `SELECT b.id, b.opportunity_id AS opportunityId, o.name AS opportunity, a.name AS account, b.booking_type AS bookingType,
           b.booking_date AS bookingDate, b.amount_minor AS amountMinor, b.currency, b.rate, b.reporting_amount_minor AS reportingMinor,
           b.reporting_currency AS reportingCurrency, p.name AS owner, t.name AS team, b.reverses_id AS reversesId,
           b.credit_of_id AS creditOfId
         FROM booking b JOIN opportunity o ON o.id = b.opportunity_id JOIN person p ON p.id = b.owner_id JOIN team t ON t.id = b.team_id
           LEFT JOIN account a ON a.id = b.account_id
         WHERE b.booking_date >= ? AND b.booking_date < ? ${after === null ? '' : 'AND b.id > ?'} ORDER BY b.id LIMIT ?`,
        [from ?? '0001-01-01', until ?? '9999-12-31', ...(after === null ? [] : [bin(after)]), pageSize],
      );
      yield lines.map((line) => csvLine(bookingCells(line))).join('');
      const last = lines.at(-1);
      if (!last || lines.length < pageSize) return;
      after = last.id;
    }
  }
}

const head = (columns: string): string => csvHead(columns.split(','));

function bookingCells(line: BookingLine): Cell[] {
  const reported: Money | null =
    line.reportingMinor === null ? null : money(BigInt(line.reportingMinor), line.reportingCurrency);
  return [
    line.id,
    line.opportunityId,
    line.opportunity,
    line.account,
    line.bookingType,
    line.bookingDate,
    money(BigInt(line.amountMinor), line.currency),
    line.currency,
    line.rate,
    reported,
    line.reportingCurrency,
    line.owner,
    line.team,
    line.reversesId,
    line.creditOfId,
  ];
}
