import { Injectable } from '@nestjs/common';
import { Database, type Parameter } from '@tandem/database';
import type { PlainDate } from '@tandem/kernel';
import { BookingFactsReader } from '../booking-facts.reader';
import { readBookings } from '../rules/read-bookings';
import { FlowBelongingsReader } from './flow-belongings.reader';
import type { FlowSetting } from './flow-setting.reader';
import type { SizeLine } from './rules/size-deals';
import type { FlowCredit } from './rules/slice-flow';

/** A line that won new business, or the one that takes it back, with the shares of its moment. */
export interface NewBusinessLine extends SizeLine, FlowCredit {
  readonly id: string;
  readonly accountId: string | null;
  readonly date: PlainDate;
}

interface KindRow {
  readonly id: string;
  readonly campaignId: string | null;
  readonly productId: string | null;
}

/** What won new business in a period: positive lines of wins and, as reported, those that take such a line back. */
@Injectable()
export class NewBusinessReader {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingFactsReader,
    private readonly belongings: FlowBelongingsReader,
  ) {}

  async lines({ asked, knowledge, directory, survived }: FlowSetting): Promise<NewBusinessLine[]> {
    const { period, currency } = asked;
    const lines = await this.bookings.lines(period, {
      currency,
      officeOf: (teamId) => directory.teams.get(teamId)?.officeId ?? null,
      knowledge,
      survived,
    });
    const kinds = await this.kinds([period.from, period.until, period.from, period.until]);
    const segments = await this.belongings.segments(lines.map(({ accountId }) => accountId));
    return readBookings(lines, knowledge.reading).flatMap((line) => {
      const kind = kinds.get(line.id);
      if (!kind) return [];
      const { id, opportunityId, accountId, date, ownerId, teamId, officeId, sourceId } = line;
      const { campaignId, productId } = kind;
      const segment = accountId === null ? null : (segments.get(accountId) ?? null);
      const credit = { ownerId, teamId, officeId, sourceId, campaignId, productId, segment };
      return [{ ...credit, id, opportunityId, accountId, date, valueMinor: line.reportingMinor }];
    });
  }

  /** The lines that won new business, or take such a line back. */
  private async kinds(days: readonly Parameter[]): Promise<ReadonlyMap<string, KindRow>> {
    const rows = await this.database.query<KindRow>(
      `SELECT b.id, b.campaign_id AS campaignId, b.product_id AS productId
       FROM booking b LEFT JOIN booking o ON o.id = b.reverses_id
       WHERE ((b.booking_date >= ? AND b.booking_date < ?) OR (b.adjusts_date >= ? AND b.adjusts_date < ?))
         AND IF(o.id IS NULL, b.move_id, o.move_id) IS NOT NULL AND COALESCE(o.booking_type, b.booking_type) = 'new_business'
         AND COALESCE(o.amount_minor, b.amount_minor) > 0`,
      days,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
