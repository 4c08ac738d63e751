import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { BookingTraits } from './rules/fit-slice';

type TraitsRow = Omit<BookingTraits, 'segment'> & { readonly id: string };

const chunk = 2_000;

/** What booking lines say beside whose they are and what they are worth. */
@Injectable()
export class BookingTraitsReader {
  constructor(private readonly database: Database) {}

  async of(ids: readonly string[]): Promise<Map<string, Omit<BookingTraits, 'segment'>>> {
    const rows = await this.inChunks<TraitsRow>(
      ids,
      `SELECT b.id, b.campaign_id AS campaignId, b.product_id AS productId, b.booking_type AS bookingType, b.currency,
         b.recorded_at AS recordedAt
       FROM booking b WHERE b.id IN (?)`,
    );
    return new Map(rows.map(({ id, ...traits }) => [id, traits]));
  }

  /** By account, its segment; accounts without one are absent. */
  async segments(accountIds: readonly (string | null)[]): Promise<Map<string, string>> {
    const known = [...new Set(accountIds)].filter((id) => id !== null);
    const rows = await this.inChunks<{ readonly id: string; readonly segment: string }>(
      known,
      'SELECT id, segment FROM account WHERE segment IS NOT NULL AND id IN (?)',
    );
    return new Map(rows.map(({ id, segment }) => [id, segment]));
  }

  /** Rows of a query that takes ids alone, some thousand ids a statement. */
  async inChunks<Row>(ids: readonly string[], sql: string): Promise<Row[]> {
    const rows: Row[] = [];
    for (let from = 0; from < ids.length; from += chunk) {
      const some = await this.database.query<Row>(sql, [ids.slice(from, from + chunk).map((id) => bin(id))]);
      for (const row of some) rows.push(row);
    }
    return rows;
  }
}
