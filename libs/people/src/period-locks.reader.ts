import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { cursorParts, idFrom, paged, type Id, type PlainDate } from '@tandem/kernel';
import type { PeriodLock } from './period-lock.entity';

/** A lock with who set it, in both their names. */
export interface PeriodLockView extends Omit<PeriodLock, 'lockedById'> {
  readonly lockedBy: { readonly id: Id<'person'>; readonly name: string; readonly nameZh: string | null } | null;
}

interface Row extends Omit<PeriodLockView, 'lockedBy'> {
  readonly personId: Id<'person'> | null;
  readonly personName: string | null;
  readonly personNameZh: string | null;
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Up to where the books are closed. */
@Injectable()
export class PeriodLocksReader {
  constructor(private readonly database: Database) {}

  /** Days before this one are locked; null while nothing ever was. */
  async lockedBefore(): Promise<PlainDate | null> {
    const [newest] = await this.database.query<Pick<PeriodLock, 'lockedBefore'>>(
      'SELECT locked_before AS lockedBefore FROM period_lock ORDER BY locked_at DESC, id DESC LIMIT 1',
    );
    return newest?.lockedBefore ?? null;
  }

  /** The same for a change that dates something: until it is committed nobody locks more. Only inside `write`. */
  async holdLockedBefore(): Promise<PlainDate | null> {
    await this.database.query('SELECT id FROM organisation WHERE id = 1 LOCK IN SHARE MODE');
    return this.lockedBefore();
  }

  /** Every lock there was, the one in force first. */
  async list({ limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined }) {
    const place = cursorParts(cursor, 2);
    const at = new Date(Number(place?.[0] ?? 0) || 0);
    const rows = await this.database.query<Row>(
      `SELECT l.id, l.locked_before AS lockedBefore, l.locked_at AS lockedAt, l.note, p.id AS personId, p.name AS personName,
         p.name_zh AS personNameZh
       FROM period_lock l LEFT JOIN person p ON p.id = l.locked_by_id
       ${place ? 'WHERE l.locked_at < ? OR (l.locked_at = ? AND l.id < ?)' : ''}
       ORDER BY l.locked_at DESC, l.id DESC LIMIT ?`,
      [...(place ? [at, at, bin(idFrom(String(place[1])) ?? nobody)] : []), limit + 1],
    );
    const { items, page } = paged(rows, limit, ({ lockedAt, id }) => [lockedAt.getTime(), id]);
    return { items: items.map(viewOf), page };
  }
}

const viewOf = ({ personId, personName, personNameZh, ...lock }: Row): PeriodLockView => ({
  ...lock,
  lockedBy: personId && { id: personId, name: personName ?? '', nameZh: personNameZh },
});
