import { Injectable } from '@nestjs/common';
import { FunnelReader } from '@tandem/funnel';
import { instantsOf, localDate, startOfDay, type Period, type PlainDate } from '@tandem/kernel';
import { AskedPeriodReader, type AskedPeriod } from './asked-period.reader';
import { MetricChoicesReader } from './choices/metric-choices.reader';
import { DirectoryReader, type Teams } from './directory.reader';
import { FunnelDealsReader, type DealsQuestion } from './funnel-deals.reader';
import { creditedTo } from './funnel-entries';
import type { FunnelFiguresQuestion } from './funnel-question';
import { rowsOf, setWindow, type FunnelRowOutline } from './funnel-rows';
import type { Knowledge } from './knowledge';
import { LearnedWindowsReader } from './learned-windows.reader';
import { fallbackDays } from './rules/choose-window';
import type { FunnelDeal, FunnelQuestion, Span } from './rules/count-funnel';
import type { FunnelMode } from './rules/find-entries';

/** A question about the funnel, with all that is needed to count it either way. */
export interface AskedFunnel {
  readonly asked: AskedPeriod;
  /** Where somebody asks about an office; empty where nobody does. */
  readonly teams: Teams;
  readonly knowledge: Knowledge;
  readonly rows: readonly FunnelRowOutline[];
  readonly question: FunnelQuestion;
  /** The local day before which one must have entered for a window of so many days to be over. */
  readonly matureBefore: (windowDays: number) => PlainDate;
  /** The opportunities themselves, with their whole log: for the records behind a row, and where sums cannot answer. */
  readonly deals: () => Promise<readonly FunnelDeal[]>;
  /** Those of them whose amount is in another currency: each is valued at a rate and rounded by itself. */
  readonly dealsAbroad: () => Promise<readonly FunnelDeal[]>;
  /** The same of any other span. */
  readonly moved: (span: Span) => Promise<readonly FunnelDeal[]>;
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
    private readonly learned: LearnedWindowsReader,
    private readonly choices: MetricChoicesReader,
  ) {}

  async read({
    period,
    side = 'seller',
    mode: wished,
    filter = {},
    reading = 'restated',
    asOf,
  }: FunnelFiguresQuestion): Promise<AskedFunnel> {
    const asked = await this.periods.read(period, asOf);
    const knowledge = { reading, by: asked.knownBy };
    const mode = wished ?? ((await this.choices.definitionAt('conversion', asked)) as FunnelMode);
    const teams: Teams = filter.officeId === undefined ? new Map() : await this.directories.teams();
    const stages = await this.funnel.stages();
    const windows = await this.funnel.windows();
    const rows = rowsOf(stages, side);
    const span = spanOf(asked.period, asked);
    const previous = spanOf(asked.previous, asked);
    const yearBefore = spanOf(asked.yearBefore, asked);
    const wanted: DealsQuestion = { stages, rows, mode, now: asked.now.getTime(), knowledge };
    const learned = await this.learned.before(asked.period.from, wanted);
    const worth = { currency: asked.currency, on: asked.period.from };
    const windowDays = (from: number, to: number): number =>
      setWindow(windows, rows[from], rows[to]) ?? learned[from]?.[to] ?? fallbackDays;
    const matureBefore = (days: number) => localDate(new Date(asked.now.getTime() - days * dayMs), asked.zone);
    return {
      asked,
      teams,
      knowledge,
      rows,
      matureBefore,
      question: {
        rows,
        span,
        previous,
        yearBefore,
        mode,
        isCredited: creditedTo(filter, teams),
        windowDays,
        matureBefore: (days) => startOfDay(matureBefore(days), asked.zone).getTime(),
      },
      deals: async () => {
        const recent = await this.log.moved({ from: previous.from, until: span.until }, wanted, worth);
        const known = new Set(recent.map(({ opportunityId }) => opportunityId));
        const before = await this.log.moved(yearBefore, wanted, worth);
        return [...recent, ...before.filter(({ opportunityId }) => !known.has(opportunityId))];
      },
      dealsAbroad: () => this.log.movedAbroad(span, wanted, worth),
      moved: (other) => this.log.moved(other, wanted, worth),
    };
  }
}

function spanOf(period: Period, { zone }: AskedPeriod): Span {
  const { from, until } = instantsOf(period, zone);
  return { from: from.getTime(), until: until.getTime() };
}
