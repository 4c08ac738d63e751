import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { instantsOf, invalid, previousPeriod, type Period } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import type { BilingualName, FigureRange } from '../figure';
import { enteredRow } from '../funnel-entries';
import type { FunnelRecords } from '../funnel-figures.reader';
import type { FunnelFiguresQuestion } from '../funnel-question';
import { FunnelQuestionReader, type AskedFunnel } from '../funnel-question.reader';
import { FunnelRecordsReader } from '../funnel-records.reader';
import type { FunnelRowOutline, FunnelSide } from '../funnel-rows';
import { pageOf, type Paging } from '../page-contributions';
import { RecordedSinceReader } from '../recorded-since.reader';
import { isWhy } from '../rollups/figure-sums.reader';
import { FunnelCountsReader } from '../rollups/funnel-counts.reader';
import type { AskedCohort } from '../rollups/funnel-sums.reader';
import { countCohort, type CohortCounts, type Fate } from '../rules/convert-cohort';
import { cohortRule, enteredIn, pairs, type Span } from '../rules/count-funnel';
import type { Reading } from '../rules/facts';
import type { Note } from '../rules/figure-value';
import type { FunnelMode } from '../rules/find-entries';
import { decidedDays, type Days } from './rules/decided-days';
import { findWorstLeak, type DecidedStep, type WorstLeak } from './rules/find-worst-leak';

/** A step of the funnel, with the days of entry that were decided in the period. */
export interface LeakStep extends DecidedStep {
  /** The row it leads into. */
  readonly key: string;
  readonly from: BilingualName;
  readonly to: BilingualName;
  readonly windowDays: number;
  readonly entered: Days;
}

export interface FunnelLeaks extends WorstLeak<LeakStep> {
  readonly range: FigureRange;
  readonly asOf: Date;
  readonly reading: Reading;
  readonly side: FunnelSide;
  readonly mode: FunnelMode;
  /** The days of the four periods before, which the rates are compared with. */
  readonly before: Days;
  readonly unavailable: Note | null;
}

const periodsBefore = 4;
// After the purchase nobody is lost: not yet loyal is still a customer.
const afterPurchase: readonly string[] = ['loyalty', 'advocacy'];

/**
 * Where the funnel leaks: at each step those whose window ended in the period, against those whose window ended in the four before. So
 * a week tells of whoever was decided in it, although hardly anybody who entered in it is.
 */
@Injectable()
export class FunnelLeaksReader {
  constructor(
    private readonly database: Database,
    private readonly questions: FunnelQuestionReader,
    private readonly counts: FunnelCountsReader,
    private readonly recorded: RecordedSinceReader,
    private readonly organisation: OrganisationReader,
    private readonly rows: FunnelRecordsReader,
  ) {}

  async leaks(wish: FunnelFiguresQuestion = {}): Promise<FunnelLeaks> {
    return this.database.snapshot(async () => {
      const funnel = await this.questions.read(wish);
      const { asked, knowledge, question } = funnel;
      const unavailable = await this.recorded.whyUnknown(asked);
      const before = { from: await this.firstOfBefore(asked.period), until: asked.period.from };
      const steps = unavailable ? [] : stepsOf(funnel);
      const cohorts = await this.cohorts(
        funnel,
        wish,
        steps.flatMap((step) => [cohortIn(asked.period, step), cohortIn(before, step)]),
      );
      const decided = steps.map(({ place, from, to, windowDays }, step): LeakStep => ({
        key: to.key,
        from: from.name,
        to: to.name,
        windowDays,
        entered: cohortIn(asked.period, { place, windowDays }).days,
        latest: cohorts[step * 2] ?? nobody,
        before: cohorts[step * 2 + 1] ?? nobody,
      }));
      return {
        range: asked.range,
        asOf: asked.now,
        reading: knowledge.reading,
        side: wish.side ?? 'seller',
        mode: question.mode,
        before,
        unavailable,
        ...findWorstLeak(decided),
      };
    });
  }

  /** Whoever was decided at a step in the period, oldest entry first; those that went on or those that did not. */
  async records(
    key: string,
    { limit, cursor, converted, ...wish }: FunnelFiguresQuestion & Paging & { readonly converted?: Fate | undefined },
  ): Promise<FunnelRecords> {
    return this.database.snapshot(async () => {
      const funnel = await this.questions.read(wish);
      const { asked, question, knowledge } = funnel;
      const step = stepsOf(funnel).find(({ to }) => to.key === key);
      if (!step) throw invalid('funnel.row_unknown', `No step leads into “${key}”.`, { pointer: '/row', row: key });
      const span = spanOf(cohortIn(asked.period, step).days, funnel);
      const entered = enteredIn(await funnel.moved(span), step.place, span, question).flatMap((deal) =>
        enteredRow(deal, step.place, question),
      );
      const decided = entered.filter(({ fate }) => (converted === undefined ? fate !== 'running' : fate === converted));
      const page = pageOf(decided, ({ enteredAt, opportunityId }) => `${enteredAt.toISOString()} ${opportunityId}`, {
        limit,
        cursor,
      });
      const told = { range: asked.range, asOf: asked.now, reading: knowledge.reading };
      return { ...told, ...page, items: await this.rows.named(page.items, knowledge) };
    });
  }

  /** Counted from sums, or else from the opportunities themselves. */
  private async cohorts(
    funnel: AskedFunnel,
    wish: FunnelFiguresQuestion,
    wanted: readonly AskedCohort[],
  ): Promise<readonly CohortCounts[]> {
    const kept = await this.counts.cohorts(funnel, wish, wanted);
    if (!isWhy(kept)) return kept;
    const spans = wanted.map(({ days }) => spanOf(days, funnel));
    if (spans.length === 0) return [];
    const deals = await funnel.moved({
      from: Math.min(...spans.map(({ from }) => from)),
      until: Math.max(...spans.map(({ until }) => until)),
    });
    return wanted.map(({ from, to, days }) =>
      countCohort(
        pairs(enteredIn(deals, from, spanOf(days, funnel), funnel.question), from, to),
        cohortRule(funnel.question, from, to),
      ),
    );
  }

  private async firstOfBefore(period: Period) {
    const calendar = await this.organisation.get();
    let first = period;
    for (let steps = 0; steps < periodsBefore; steps++) first = previousPeriod(first, calendar);
    return first.from;
  }
}

interface Step {
  /** Of the row it leads out of. */
  readonly place: number;
  readonly from: FunnelRowOutline;
  readonly to: FunnelRowOutline;
  readonly windowDays: number;
}

const stepsOf = ({ rows, question }: AskedFunnel): Step[] =>
  rows.flatMap((from, place) => {
    const to = rows[place + 1];
    if (!to || afterPurchase.includes(to.buyerStep)) return [];
    return [{ place, from, to, windowDays: question.windowDays(place, place + 1) }];
  });

const cohortIn = (days: Days, { place, windowDays }: Pick<Step, 'place' | 'windowDays'>): AskedCohort => ({
  from: place,
  to: place + 1,
  days: decidedDays(days, windowDays),
});

function spanOf(days: Days, { asked: { zone } }: AskedFunnel): Span {
  const { from, until } = instantsOf(days, zone);
  return { from: from.getTime(), until: until.getTime() };
}

const nobody: CohortCounts = { entered: 0, mature: 0, converted: 0 };
