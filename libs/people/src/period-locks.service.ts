import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor, Clock, decided, localDate, newId, type PlainDate, type Zone } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { PeriodLock } from './period-lock.entity';
import { decideLock } from './rules/decide-lock';

interface Books {
  readonly zone: Zone;
  readonly lockedBefore: PlainDate | null;
  readonly lockedAt: Date | null;
}

/** Closes the books up to a day, and opens them again. */
@Injectable()
export class PeriodLocksService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async lock({ lockedBefore, note }: { readonly lockedBefore: PlainDate; readonly note: string }): Promise<void> {
    await this.database.write(async () => {
      const before = await this.holdBooks();
      const now = this.clock.now();
      const today = localDate(now, before.zone);
      const row: PeriodLock = {
        id: newId<'period_lock'>(),
        lockedBefore: decided(decideLock(lockedBefore, { present: before.lockedBefore, today })),
        // The newest rules, also when another machine's clock was ahead.
        lockedAt: new Date(Math.max(now.getTime(), (before.lockedAt?.getTime() ?? -1) + 1)),
        lockedById: actor().personId,
        note: note || null,
      };
      await this.database.insert(PeriodLock, row);
      await this.outbox.record({
        topic: 'period.locked',
        subjectKind: 'period_lock',
        subjectId: row.id,
        before: { lockedBefore: before.lockedBefore },
        after: { lockedBefore, note: row.note },
        payload: { id: row.id, lockedBefore },
      });
    });
  }

  /** Waits for every change under way that dates something, and keeps further ones waiting. Only inside `write`. */
  async holdBooks(): Promise<Books> {
    const [organisation] = await this.database.query<{ readonly zone: Zone }>(
      'SELECT zone FROM organisation WHERE id = 1 FOR UPDATE',
    );
    const [newest] = await this.database.query<Pick<Books, 'lockedBefore' | 'lockedAt'>>(
      `SELECT locked_before AS lockedBefore, locked_at AS lockedAt FROM period_lock ORDER BY locked_at DESC, id DESC LIMIT 1`,
    );
    return {
      zone: organisation?.zone ?? 'UTC',
      lockedBefore: newest?.lockedBefore ?? null,
      lockedAt: newest?.lockedAt ?? null,
    };
  }
}
