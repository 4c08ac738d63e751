import { Injectable } from '@nestjs/common';
import type { IdSpan } from './asked-opportunities';
import { bin, Database } from '@tandem/database';

/** Records of one kind that somebody reads for a rebuild. */
export interface RebuildPart extends IdSpan {
  readonly rebuildId: string;
  readonly kind: 'opportunity' | 'customer';
}

const columns = 'rebuild_id AS rebuildId, kind, after_id AS `after`, to_id AS `to`';
const isPart = 'rebuild_id = ? AND kind = ? AND after_id = ?';

const keyOf = ({ rebuildId, kind, after }: RebuildPart) => [bin(rebuildId), kind, bin(after)];

/**
 * The parts of a rebuild that are given out and not in the sums yet. Whoever reads one holds its row until it is added; a row that nobody
 * holds was left behind by somebody who ended, and is for whoever comes next.
 */
@Injectable()
export class LedgerPartsRepository {
  constructor(private readonly database: Database) {}

  /** Parts of a rebuild that somebody reads or has left. */
  open(rebuildId: string): Promise<RebuildPart[]> {
    return this.database.query<RebuildPart>(`SELECT ${columns} FROM ledger_part WHERE rebuild_id = ?`, [
      bin(rebuildId),
    ]);
  }

  /** Parts of any rebuild that nobody holds; they are held until the transaction ends. */
  left(): Promise<RebuildPart[]> {
    return this.database.query<RebuildPart>(`SELECT ${columns} FROM ledger_part FOR UPDATE SKIP LOCKED`);
  }

  /** Holds a part until the transaction ends; false when somebody else does, or it is gone. */
  async hold(part: RebuildPart): Promise<boolean> {
    const held = await this.database.query(
      `SELECT 1 FROM ledger_part WHERE ${isPart} AND to_id = ? FOR UPDATE SKIP LOCKED`,
      [...keyOf(part), bin(part.to)],
    );
    return held.length > 0;
  }

  add(part: RebuildPart): void {
    this.database.later('INSERT INTO ledger_part (rebuild_id, kind, after_id, to_id) VALUES (?, ?, ?, ?)', [
      ...keyOf(part),
      bin(part.to),
    ]);
  }

  /** A part is in the sums up to an id; what is behind it is left for whoever comes next. */
  done(part: RebuildPart, upTo: string): void {
    if (upTo === part.to) this.remove(part);
    else this.database.later(`UPDATE ledger_part SET after_id = ? WHERE ${isPart}`, [bin(upTo), ...keyOf(part)]);
  }

  remove(part: RebuildPart): void {
    this.database.later(`DELETE FROM ledger_part WHERE ${isPart}`, keyOf(part));
  }
}
