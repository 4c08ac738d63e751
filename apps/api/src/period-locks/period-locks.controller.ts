import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  newPeriodLock,
  periodLock,
  periodLockList,
  periodLockQuery,
  type NewPeriodLock,
  type Page,
  type PeriodLockQuery,
  type PeriodLockWire,
} from '@tandem/contracts';
import { PeriodLocksReader, PeriodLocksService, type PeriodLockView } from '@tandem/people';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { dayOf } from '../opportunities/opportunity.request';
import { bilingual } from '../people/people.presenter';

/** Up to where the books are closed. */
@ApiTags('period-locks')
@Controller('period-locks')
export class PeriodLocksController {
  constructor(
    private readonly reader: PeriodLocksReader,
    private readonly changes: PeriodLocksService,
  ) {}

  @Get()
  @Policy('signed_in')
  @Answers(periodLockList)
  async list(
    @Query({ schema: periodLockQuery }) query: PeriodLockQuery,
  ): Promise<{ items: PeriodLockWire[]; page: Page }> {
    const { items, page } = await this.reader.list(query);
    return { items: items.map(present), page };
  }

  /** Locks every day before one; an earlier day than before opens days again. */
  @Post()
  @Policy('keep_books')
  @Answers(periodLock, { status: 201, changes: true })
  async lock(@Body({ schema: newPeriodLock }) { lockedBefore, note }: NewPeriodLock): Promise<PeriodLockWire> {
    await this.changes.lock({ lockedBefore: dayOf(lockedBefore, '/lockedBefore'), note });
    const [newest] = (await this.reader.list({ limit: 1 })).items;
    if (!newest) throw new Error('a lock was just written');
    return present(newest);
  }
}

const present = ({ id, lockedBefore, lockedAt, lockedBy, note }: PeriodLockView): PeriodLockWire => ({
  id,
  lockedBefore,
  lockedAt: lockedAt.toISOString(),
  lockedBy: lockedBy && { id: lockedBy.id, name: bilingual(lockedBy) },
  note,
});
