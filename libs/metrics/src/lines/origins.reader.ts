import { Injectable } from '@nestjs/common';
import { bin } from '@tandem/database';
import { CorrectionsReader } from '../corrections.reader';
import type { Knowledge } from '../knowledge';
import { groupBy } from '../rules/group-by';
import { BookingTraitsReader } from './booking-traits.reader';
import { findOrigin, type LeadingLine } from './rules/find-origin';

type Row = LeadingLine & { readonly bookedSeq: number | null };

const chunk = 2_000;

/** Leads booking lines back to the win they belong to, with the moment it was true. */
@Injectable()
export class OriginsReader {
  constructor(
    private readonly traits: BookingTraitsReader,
    private readonly corrections: CorrectionsReader,
  ) {}

  /** The origin of each of these lines, by the id of the line. As restated a win that was redated was won at the corrected instant. */
  async of(
    lines: readonly Pick<LeadingLine, 'id' | 'opportunityId'>[],
    knowledge: Knowledge,
  ): Promise<Map<string, LeadingLine>> {
    const opportunities = [...new Set(lines.map(({ opportunityId }) => opportunityId))];
    const [rows, redates] = await Promise.all([this.rows(opportunities), this.redates(opportunities, knowledge)]);
    const all = groupBy(
      rows.map((row) => ({ ...row, bookedAt: redates.get(`${row.opportunityId} ${row.bookedSeq}`) ?? row.bookedAt })),
      ({ opportunityId }) => opportunityId,
    );
    return new Map(
      lines.flatMap(({ id, opportunityId }) => {
        const own = all.get(opportunityId) ?? [];
        const line = own.find((one) => one.id === id);
        return line ? [[id, findOrigin(line, own)] as const] : [];
      }),
    );
  }

  /** Every line of these opportunities, because what takes something back may lie in another period than what it takes back. */
  private rows(opportunities: readonly string[]): Promise<Row[]> {
    return this.traits.inChunks<Row>(
      opportunities,
      `SELECT b.id, b.opportunity_id AS opportunityId, b.reverses_id AS reversesId, b.credit_of_id AS creditOfId, b.adjusts_date AS adjustsDate,
         m.seq AS bookedSeq, m.at AS bookedAt, b.recorded_at AS recordedAt
       FROM booking b LEFT JOIN opportunity_move m ON m.opportunity_id = b.opportunity_id AND m.id = b.move_id
       WHERE b.opportunity_id IN (?)`,
    );
  }

  /** The last corrected instant of each row of a log that was redated; as reported of none. */
  private async redates(opportunities: readonly string[], { reading, by }: Knowledge): Promise<Map<string, Date>> {
    const redates = new Map<string, Date>();
    if (reading === 'reported') return redates;
    for (let from = 0; from < opportunities.length; from += chunk) {
      const ids = opportunities.slice(from, from + chunk).map((id) => bin(id));
      const selected = { sql: 'SELECT id AS opportunity_id FROM opportunity WHERE id IN (?)', parameters: [ids] };
      for (const [opportunityId, corrections] of await this.corrections.among(selected, by))
        for (const { correction, correctsSeq, at } of corrections)
          if (correction === 'redate') redates.set(`${opportunityId} ${correctsSeq}`, at);
    }
    return redates;
  }
}
