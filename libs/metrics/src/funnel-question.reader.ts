import { Injectable } from '@nestjs/common';
import { FunnelReader } from '@tandem/funnel';
import { instantsOf, localDate, startOfDay, type Period, type PlainDate } from '@tandem/kernel';
import { AskedPeriodReader, type AskedPeriod } from './asked-period.reader';
import { DirectoryReader, type Directory } from './directory.reader';
import { FunnelDealsReader, type DealsQuestion } from './funnel-deals.reader';
import { creditedTo } from './funnel-entries';
import type { FunnelFiguresQuestion } from './funnel-question';
import { rowsOf, setWindow, type FunnelRowOutline } from './funnel-rows';
import type { Knowledge } from './knowledge';
import { windowFrom, type FunnelDeal, type FunnelQuestion, type Span } from './rules/count-funnel';

/** A question about the funnel, with all that is needed to count it either way. */
export interface AskedFunnel {
  readonly asked: AskedPeriod;
  readonly directory: Directory;
  readonly knowledge: Knowledge;
  readonly rows: readonly FunnelRowOutline[];
  readonly question: FunnelQuestion;
  /** The local day before which one must have entered for a window of so many days to be over. */
  readonly matureBefore: (windowDays: number) => PlainDate;
  /** The opportunities themselves, with their whole log: for the records behind a row, and where sums cannot answer. */
  readonly deals: () => Promise<readonly FunnelDeal[]>;
  /** Those of them whose amount is in another currency: each is valued at a rate and rounded by itself. */
  readonly dealsAbroad: () => Promise<readonly FunnelDeal[]>;
}

const dayMs = 86_400_000;

/** Reads what a question about the funnel stands on: rows, windows, scope and span. */
@Injectable()
export class FunnelQuestionReader {
  constructor(
    private readonly periods: AskedPeriodReader,
    private readonly directories: DirectoryReader,
    private readonly funnel: FunnelReader,
    private readonly log: FunnelDealsReader,
  ) {}

  async read({
    period,
    side = 'seller',
    mode = 'ordered',
    filter = {},
    reading = 'restated',
    asOf,
  }: FunnelFiguresQuestion): Promise<AskedFunnel> {
    const asked = await this.periods.read(period, asOf);
    const knowledge = { reading, by: asked.knownBy };
    const [directory, stages, windows] = await Promise.all([
      this.directories.read(),
      this.funnel.stages(),
      this.funnel.windows(),
    ]);
    const rows = rowsOf(stages, side);
    const [span, previous] = [spanOf(asked.period, asked), spanOf(asked.previous, asked)];
    const wanted: DealsQuestion = { stages, rows, mode, now: asked.now.getTime(), knowledge };
    const winners = await this.log.winnersBefore(asked.period.from, wanted);
    const worth = { currency: asked.currency, on: asked.period.from };
    const learned = new Map<string, number>();
    const windowDays = (from: number, to: number): number => {
      const key = `${from} ${to}`;
      const days = learned.get(key) ?? windowFrom(setWindow(windows, rows[from], rows[to]), winners, from, to);
      learned.set(key, days);
      return days;
    };
    const matureBefore = (days: number) => localDate(new Date(asked.now.getTime() - days * dayMs), asked.zone);
    return {
      asked,
      directory,
      knowledge,
      rows,
      matureBefore,
      question: {
        rows,
        span,
        previous,
        mode,
        isCredited: creditedTo(filter, directory),
        windowDays,
        matureBefore: (days) => startOfDay(matureBefore(days), asked.zone).getTime(),
      },
      deals: () => this.log.moved({ from: previous.from, until: span.until }, wanted, worth),
      dealsAbroad: () => this.log.movedAbroad(span, wanted, worth),
    };
  }
}

function spanOf(period: Period, { zone }: AskedPeriod): Span {
  const { from, until } = instantsOf(period, zone);
  return { from: from.getTime(), until: until.getTime() };
}
