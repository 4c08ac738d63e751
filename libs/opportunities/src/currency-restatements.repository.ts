import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency, Id, PlainDate } from '@tandem/kernel';
import { rowOf } from './row-sql';

/** Which lines: booked in one currency, counting as restated on days of `[since, until)`; a credit counts with its original. */
export interface RestatedSpan {
  readonly from: Currency;
  /** The reporting currency. */
  readonly to: Currency;
  readonly since: PlainDate;
  readonly until: PlainDate;
  readonly lockedBefore: PlainDate | null;
}

/** A line whose rate is another by now. */
export interface OutdatedLine {
  readonly id: Id<'booking'>;
  readonly amountMinor: bigint;
  readonly costMinor: bigint | null;
  readonly currency: Currency;
  readonly reportingCurrency: Currency;
  /** How often it was restated before. */
  readonly revisions: number;
  readonly rate: string;
  readonly rateDate: PlainDate;
}

export interface RestatementCounts {
  /** Outdated, in an open period. */
  readonly outdated: number;
  /** Outdated, in a locked period. */
  readonly locked: number;
  /** In an open period, never converted, and there still is no rate for its day. */
  readonly withoutRate: number;
}

/**
 * What counts on days of the span, and the day it counts on. A credit is worth what its original is, so it goes by the day of
 * that one wherever it stands itself. Originals are found by the indexes of their days, credits by their originals; left to
 * itself the optimiser reads the whole table for these, because most lines are a credit of nothing.
 */
const counted = `WITH original AS (
    SELECT s.id, COALESCE(s.adjusts_date, s.booking_date) AS day FROM booking s
    WHERE s.currency = ? AND s.reporting_currency = ? AND s.reverses_id IS NULL AND s.credit_of_id IS NULL
      AND ((s.booking_date >= ? AND s.booking_date < ? AND s.adjusts_date IS NULL) OR (s.adjusts_date >= ? AND s.adjusts_date < ?))
  ), counted AS (
    SELECT id, day FROM original
    UNION ALL SELECT k.id, g.day FROM original g STRAIGHT_JOIN booking k FORCE INDEX (booking_credit_of_fk)
      ON k.credit_of_id = g.id AND k.reverses_id IS NULL
  )`;

const lines = `SELECT b.id, b.amount_minor AS amountMinor, b.cost_minor AS costMinor, b.currency, b.reporting_currency AS reportingCurrency,
    d.day, COALESCE(n.rate, b.rate) AS known, COALESCE(n.revision, 0) AS revisions,
    (SELECT x.rate_date FROM exchange_rate x WHERE x.from_currency = b.currency AND x.to_currency = b.reporting_currency
       AND x.rate_date <= d.day ORDER BY x.rate_date DESC LIMIT 1) AS rateDate
  FROM counted d STRAIGHT_JOIN booking b ON b.id = d.id
  LEFT JOIN booking r ON r.reverses_id = b.id
  LEFT JOIN booking_restatement n ON n.booking_id = b.id
    AND n.revision = (SELECT MAX(l.revision) FROM booking_restatement l WHERE l.booking_id = b.id)
  WHERE r.id IS NULL`;

const rated = `(${lines}) o LEFT JOIN exchange_rate e
  ON e.from_currency = o.currency AND e.to_currency = o.reportingCurrency AND e.rate_date = o.rateDate`;
const isOutdated = 'e.rate IS NOT NULL AND NOT (o.known <=> e.rate)';

/** Finds the lines that another rate would value otherwise. */
@Injectable()
export class CurrencyRestatementsRepository {
  constructor(private readonly database: Database) {}

  /** The first `most` outdated lines and how many there are, from one statement: a rate set meanwhile counts everywhere or nowhere. */
  async find(span: RestatedSpan, most: number): Promise<RestatementCounts & { readonly lines: OutdatedLine[] }> {
    const isOpen = 'o.day >= ?';
    const firstOpen = span.lockedBefore ?? span.since;
    const rows = await this.database.query<Record<string, unknown>>(
      `${counted} SELECT o.id, o.amountMinor, o.costMinor, o.currency, o.reportingCurrency, o.revisions, o.rateDate, e.rate,
         ${isOpen} AND ${isOutdated} AS isOutdated,
         SUM(${isOpen} AND ${isOutdated}) OVER () AS outdated,
         SUM(NOT ${isOpen} AND ${isOutdated}) OVER () AS locked,
         SUM(${isOpen} AND o.known IS NULL AND e.rate IS NULL) OVER () AS withoutRate
       FROM ${rated} ORDER BY isOutdated DESC, o.id LIMIT ?`,
      [...spanOf(span), firstOpen, firstOpen, firstOpen, firstOpen, most],
    );
    const [first] = rows;
    return {
      outdated: Number(first?.['outdated'] ?? 0),
      locked: Number(first?.['locked'] ?? 0),
      withoutRate: Number(first?.['withoutRate'] ?? 0),
      lines: rows
        .filter((row) => Number(row['isOutdated']) === 1)
        .map((row) => ({ ...rowOf<OutdatedLine>(row), revisions: Number(row['revisions']) })),
    };
  }
}

const spanOf = ({ from, to, since, until }: RestatedSpan) => [from, to, since, until, since, until];
