import { Injectable } from '@nestjs/common';
import type { Knowledge } from '../knowledge';
import { BookingTraitsReader } from './booking-traits.reader';

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly recordedAt: Date;
}

/** When opportunities opened. */
@Injectable()
export class OpeningsReader {
  constructor(private readonly traits: BookingTraitsReader) {}

  /** In milliseconds, by opportunity; as restated at the corrected instant. */
  async of(opportunities: readonly string[], { reading, by }: Knowledge): Promise<Map<string, number>> {
    const rows = await this.traits.inChunks<Row>(
      opportunities,
      `SELECT opportunity_id AS id, at, recorded_at AS recordedAt FROM opportunity_move
       WHERE opportunity_id IN (?) AND (seq = 1 ${reading === 'restated' ? "OR (corrects_seq = 1 AND correction = 'redate')" : ''})
       ORDER BY opportunity_id, seq`,
    );
    const known = rows.filter(({ recordedAt }) => by === null || recordedAt <= by);
    return new Map(known.map(({ id, at }) => [id, at.getTime()]));
  }
}
