import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor } from '@tandem/kernel';
import { QuotaStandingReader, type QuotaStanding } from '@tandem/metrics';
import { MyWorkReader, WaitingHandOffsReader, type MyWork, type WaitingHandOffs } from '@tandem/opportunities';

/** What somebody has to do today, and where they stand. */
export interface DayView {
  readonly quota: QuotaStanding;
  readonly work: MyWork;
  readonly handOffs: WaitingHandOffs;
}

/** Puts a person's day together from what each room knows, all of it as of one moment. */
@Injectable()
export class MyDayPage {
  constructor(
    private readonly database: Database,
    private readonly quotas: QuotaStandingReader,
    private readonly work: MyWorkReader,
    private readonly handOffs: WaitingHandOffsReader,
  ) {}

  async read(): Promise<DayView> {
    const { personId } = actor();
    if (personId === null) throw new Error('only a person has a day');
    return this.database.snapshot(async () => {
      const [quota, work, handOffs] = await Promise.all([
        this.quotas.of(personId),
        this.work.read(),
        this.handOffs.read(),
      ]);
      return { quota, work, handOffs };
    });
  }
}
