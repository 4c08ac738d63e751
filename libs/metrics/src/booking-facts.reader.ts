import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';
import { knownSql, type Knowledge } from './knowledge';
import type { BookingFact } from './rules/facts';
import { joinEarlierSales, type EarlierSales } from './rules/find-new-customers';

interface BookingRow {
  readonly id: string;
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly date: PlainDate;
  readonly amount: string;
  readonly reporting: string | null;
  readonly cost: string | null;
  readonly reversesId: string | null;
  readonly reversedById: string | null;
  readonly adjustsDate: PlainDate | null;
  readonly isByHand: number;
  readonly worth: string | null;
  readonly ownerId: string;
  readonly teamId: string;
  readonly sourceId: string | null;
}

type RestatedValue = Pick<BookingRow, 'reporting' | 'cost'>;

/** From a thousand on the server makes a table of a list, and no longer finds each by the index. */
const askedAtOnce = 500;

/** Days, half-open. */
export interface Days {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** The office a team belongs to, if any. */
export type OfficeOf = (teamId: string) => string | null;

export interface LinesQuestion {
  readonly currency: Currency;
  readonly officeOf: OfficeOf;
  readonly knowledge: Knowledge;
  /** The account a merged one goes on as. */
  readonly survived: ReadonlyMap<string, string>;
}

/** Booking lines as figures need them. */
@Injectable()
export class BookingFactsReader {
  constructor(private readonly database: Database) {}

  /** Every line that counts in these days, with what became of it; a line in another reporting currency is not convertible. */
  async lines(days: Days, { currency, officeOf, knowledge, survived }: LinesQuestion): Promise<BookingFact[]> {
    const rows: BookingRow[] = [];
    for (const counted of countedOn(knowledge)) rows.push(...(await this.rows(days, counted, currency, knowledge.by)));
    const restated = await this.restated(days, currency, knowledge);
    // Written out field by field: thousands of lines are read for every scoreboard, and spreading objects takes thrice as long.
    return rows.map((row) => {
      const value = restated.get(row.id) ?? row;
      return {
        id: row.id,
        opportunityId: row.opportunityId,
        accountId: row.accountId === null ? null : (survived.get(row.accountId) ?? row.accountId),
        date: row.date,
        amountMinor: BigInt(row.amount),
        reportingMinor: minor(value.reporting),
        costMinor: minor(value.cost),
        reversesId: row.reversesId,
        isReversed: row.reversedById !== null,
        adjustsDate: row.adjustsDate,
        isByHand: row.isByHand === 1,
        worthMinor: BigInt(row.worth ?? row.amount),
        ownerId: row.ownerId,
        teamId: row.teamId,
        officeId: officeOf(row.teamId),
        sourceId: row.sourceId,
      };
    });
  }

  /** When some customers bought first and last before a day; found by account, because sales before a day are nearly all there are. */
  async salesBefore(
    day: PlainDate,
    accountIds: readonly string[],
    { knowledge, survived }: Pick<LinesQuestion, 'knowledge' | 'survived'>,
  ): Promise<Map<string, EarlierSales>> {
    const known = knownSql('b', knowledge.by);
    const sale = saleOf(knowledge);
    const sales: (EarlierSales & { readonly accountId: string })[] = [];
    for (let from = 0; from < accountIds.length; from += askedAtOnce) {
      const some = accountIds.slice(from, from + askedAtOnce).map((id) => bin(id));
      for (const { column, condition } of countedOn(knowledge)) {
        sales.push(
          ...(await this.database.query<EarlierSales & { readonly accountId: string }>(
            `SELECT b.account_id AS accountId, MIN(${column}) AS first, MAX(${column}) AS last
             FROM booking b ${sale.join.sql}
             WHERE b.account_id IN (?) AND ${column} < ? ${condition} AND b.move_id IS NOT NULL AND b.reverses_id IS NULL
               ${known.and} AND ${sale.holds.sql}
             GROUP BY b.account_id`,
            [...sale.join.parameters, some, day, ...known.parameters, ...sale.holds.parameters],
          )),
        );
      }
    }
    return joinEarlierSales(sales, survived);
  }

  private rows(
    { from, until }: Days,
    { column, condition }: CountedOn,
    currency: Currency,
    by: Date | null,
  ): Promise<BookingRow[]> {
    const [fate, known] = [fateOf(by), knownSql('b', by)];
    return this.database.query<BookingRow>(
      `SELECT b.id, b.opportunity_id AS opportunityId, b.account_id AS accountId, ${column} AS date, b.amount_minor AS amount, IF(b.reporting_currency = ?, b.reporting_amount_minor, NULL) AS reporting,
         IF(b.reporting_currency = ?, b.reporting_cost_minor, NULL) AS cost, b.reverses_id AS reversesId, r.id AS reversedById,
         b.adjusts_date AS adjustsDate, b.move_id IS NULL AS isByHand, w.worth, b.owner_id AS ownerId, b.team_id AS teamId, b.source_id AS sourceId
       FROM booking b ${fate.sql} WHERE ${column} >= ? AND ${column} < ? ${condition} ${known.and}`,
      [currency, currency, ...fate.parameters, from, until, ...known.parameters],
    );
  }

  /** By line, what it is worth by the last known restatement of its rate, unknown cost included; as reported none is. */
  private async restated(
    { from, until }: Days,
    currency: Currency,
    { reading, by }: Knowledge,
  ): Promise<Map<string, RestatedValue>> {
    if (reading === 'reported') return new Map();
    const known = knownSql('s', by);
    const found = new Map<string, RestatedValue>();
    for (const { column, condition } of countedOn({ reading, by })) {
      const rows = await this.database.query<RestatedValue & { readonly id: string }>(
        `SELECT s.booking_id AS id, s.reporting_amount_minor AS reporting, s.reporting_cost_minor AS cost
         FROM booking b JOIN booking_restatement s ON s.booking_id = b.id
         WHERE ${column} >= ? AND ${column} < ? ${condition} AND b.reporting_currency = ? ${known.and}
         ORDER BY s.booking_id, s.revision`,
        [from, until, currency, ...known.parameters],
      );
      for (const row of rows) found.set(row.id, row);
    }
    return found;
  }
}

interface CountedOn {
  /** The column of the day that lines count on. */
  readonly column: string;
  /** Which lines do. */
  readonly condition: string;
}

/**
 * As reported a line counts on its own booking date. As restated an adjustment counts on the day it adjusts: two questions, not
 * one, because adjustments are few and have an index of their own.
 */
const countedOn = ({ reading }: Knowledge): readonly CountedOn[] =>
  reading === 'reported'
    ? [{ column: 'b.booking_date', condition: '' }]
    : [
        { column: 'b.booking_date', condition: 'AND b.adjusts_date IS NULL' },
        { column: 'b.adjusts_date', condition: '' },
      ];

interface Joined {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/**
 * What became of a line: the one that takes it back, and what all lines of its opportunity add up to where anything was credited
 * or adjusted. Both are few and have an index of their own; of everything else a line that stands is the worth itself. The join is
 * straight because the few are summed once then, and not again for every line.
 */
function fateOf(by: Date | null): Joined {
  const [reversal, worth] = [knownSql('r', by), knownSql('l', by)];
  return {
    sql: `LEFT JOIN booking r ON r.reverses_id = b.id ${reversal.and}
      LEFT JOIN (SELECT l.opportunity_id, SUM(l.amount_minor) AS worth
                 FROM (SELECT opportunity_id FROM booking WHERE credit_of_id IS NOT NULL
                       UNION SELECT opportunity_id FROM booking WHERE adjusts_date IS NOT NULL) h
                 STRAIGHT_JOIN booking l ON l.opportunity_id = h.opportunity_id ${worth.and}
                 GROUP BY l.opportunity_id) w ON w.opportunity_id = b.opportunity_id`,
    parameters: [...reversal.parameters, ...worth.parameters],
  };
}

/** Which lines of wins are sales, as `isSale` has it; asked of few accounts, so the worth of each is looked up by itself. */
function saleOf({ reading, by }: Knowledge): { readonly join: Joined; readonly holds: Joined } {
  if (reading === 'reported')
    return {
      join: { sql: '', parameters: [] },
      holds: { sql: 'b.adjusts_date IS NULL AND b.amount_minor > 0', parameters: [] },
    };
  const [reversal, worth] = [knownSql('r', by), knownSql('l', by)];
  return {
    join: { sql: `LEFT JOIN booking r ON r.reverses_id = b.id ${reversal.and}`, parameters: reversal.parameters },
    holds: {
      sql: `r.id IS NULL AND (SELECT IF(SUM(l.credit_of_id IS NOT NULL OR l.adjusts_date IS NOT NULL) > 0, SUM(l.amount_minor), b.amount_minor)
        FROM booking l WHERE l.opportunity_id = b.opportunity_id ${worth.and}) > 0`,
      parameters: worth.parameters,
    },
  };
}

const minor = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
