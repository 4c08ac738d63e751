import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor, Clock, type Currency, type PlainDate } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { OrganisationReader, PeriodLocksService } from '@tandem/people';
import { CurrencyRestatementsRepository } from './currency-restatements.repository';
import { settled } from './opportunities.errors';
import { RestatementsRepository, restated } from './restatements.repository';
import { refuseOwnCurrency } from './rules/decide-rate';

/** Half-open: days from `since` on, before `until`. */
export interface RestatementWish {
  readonly from: Currency;
  readonly since: PlainDate;
  readonly until: PlainDate;
  readonly reason: string;
}

export interface RestatementResult {
  /** Lines that are worth something else from now on. */
  readonly restated: number;
  /** Lines that this call left for the next one. */
  readonly remaining: number;
  /** Lines that would be worth something else, but lie in a locked period. */
  readonly skippedLocked: number;
  /** Lines that stay not convertible, because there is no rate for their day. */
  readonly withoutRate: number;
}

/** What one call restates at most, so that no transaction holds the books for long. */
const most = 2_000;

/** Values bookings anew by the rates known now; the frozen rates stay beside, for what was reported. */
@Injectable()
export class CurrencyRestatementsService {
  constructor(
    private readonly database: Database,
    private readonly repository: CurrencyRestatementsRepository,
    private readonly restatements: RestatementsRepository,
    private readonly organisation: OrganisationReader,
    private readonly locks: PeriodLocksService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Restates the lines whose rate is another by now; done twice it finds nothing more to do. */
  async restate(wish: RestatementWish): Promise<RestatementResult> {
    return this.database.write(async () => {
      const { lockedBefore } = await this.locks.holdBooks();
      const { reportingCurrency } = await this.organisation.get();
      settled(refuseOwnCurrency(wish.from, reportingCurrency));
      const span = { ...wish, to: reportingCurrency, lockedBefore };
      const { lines, outdated, locked, withoutRate } = await this.repository.find(span, most);
      const recorded = { recordedAt: this.clock.now(), recordedById: actor().personId, reason: wish.reason };
      await this.restatements.add(
        lines.map((line) => ({ ...restated(line, line), ...recorded, revision: line.revisions + 1 })),
        reportingCurrency,
      );
      const result = {
        restated: lines.length,
        remaining: outdated - lines.length,
        skippedLocked: locked,
        withoutRate,
      };
      if (lines.length > 0) await this.tell(wish, result);
      return result;
    });
  }

  private tell(wish: RestatementWish, result: RestatementResult): Promise<void> {
    return this.outbox.record({
      topic: 'bookings.restated',
      subjectKind: 'exchange_rate',
      subjectId: null,
      after: { ...wish, ...result },
      payload: { from: wish.from, since: wish.since, until: wish.until, restated: result.restated },
    });
  }
}
