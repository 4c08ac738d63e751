import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import { instantsOf, invalid, localDate, startOfDay, type Money, type Period } from '@tandem/kernel';
import { AskedPeriodReader, type AskedPeriod } from './asked-period.reader';
import { DirectoryReader } from './directory.reader';
import type { FigureRange } from './figure';
import { FunnelDealsReader } from './funnel-deals.reader';
import { creditedTo, enteredRow } from './funnel-entries';
import { FunnelRecordsReader, type FunnelRecord } from './funnel-records.reader';
import { rowsOf, setWindow, type FunnelRowOutline, type FunnelSide } from './funnel-rows';
import type { Knowledge } from './knowledge';
import { pageOf, type PageOf, type Paging } from './page-contributions';
import { RecordedSinceReader } from './recorded-since.reader';
import type { Fate } from './rules/convert-cohort';
import {
  countFunnel,
  enteredIn,
  windowFrom,
  type FunnelDeal,
  type FunnelQuestion,
  type Span,
} from './rules/count-funnel';
import { drawFunnel, type FunnelRow } from './rules/draw-funnel';
import type { Reading, Scope } from './rules/facts';
import type { Note } from './rules/figure-value';
import type { FunnelMode } from './rules/find-entries';

export interface FunnelFiguresQuestion {
  /** As for figures; without one, the current fiscal quarter. It selects entries only. */
  readonly period?: string | undefined;
  readonly side?: FunnelSide | undefined;
  readonly mode?: FunnelMode | undefined;
  readonly filter?: Scope | undefined;
  /** As restated (default): corrected moves when they were true, withdrawn ones not at all. As reported: as each was recorded. */
  readonly reading?: Reading | undefined;
  /** As for figures: a day, included, or a moment; later records do not count. */
  readonly asOf?: string | Date | undefined;
}

export interface FunnelFiguresRow extends Omit<FunnelRow, 'valueMinor'>, Omit<FunnelRowOutline, 'stageIds'> {
  readonly value: Money;
}

/** What a funnel answer is about: the days, the moment whose knowledge it holds, and by which reading. */
interface Told {
  readonly range: FigureRange;
  readonly asOf: Date;
  readonly reading: Reading;
}

export interface FunnelFigures extends Told {
  readonly side: FunnelSide;
  readonly mode: FunnelMode;
  readonly currency: string;
  /** Empty when nothing can be known. */
  readonly rows: readonly FunnelFiguresRow[];
  /** Why nothing can be known: nothing had been recorded by then. */
  readonly unavailable: Note | null;
}

export interface FunnelRecords extends PageOf<FunnelRecord>, Told {}

interface Gathered {
  readonly asked: AskedPeriod;
  readonly knowledge: Knowledge;
  readonly rows: readonly FunnelRowOutline[];
  readonly deals: readonly FunnelDeal[];
  readonly question: FunnelQuestion;
}

/** Conversion and time in the funnel, from the seller's or the buyer's side, and the opportunities behind each bar. */
@Injectable()
export class FunnelFiguresReader {
  constructor(
    private readonly database: Database,
    private readonly periods: AskedPeriodReader,
    private readonly directories: DirectoryReader,
    private readonly funnel: FunnelReader,
    private readonly log: FunnelDealsReader,
    private readonly recorded: RecordedSinceReader,
    private readonly rows: FunnelRecordsReader,
  ) {}

  async figures(question: FunnelFiguresQuestion = {}): Promise<FunnelFigures> {
    return this.database.snapshot(async () => {
      const gathered = await this.gather(question);
      const { asked, deals, question: drawn } = gathered;
      const { side = 'seller', mode = 'ordered' } = question;
      const unavailable = await this.recorded.whyUnknown(asked);
      const rows = unavailable ? [] : gathered.rows;
      const figures = drawFunnel(countFunnel(deals, drawn));
      return {
        ...toldOf(gathered),
        side,
        mode,
        currency: asked.currency,
        unavailable,
        rows: rows.flatMap(({ stageIds: _, ...outline }, place) => {
          const row = figures[place];
          if (!row) return [];
          const { valueMinor, ...rest } = row;
          return [{ ...outline, ...rest, value: { amountMinor: valueMinor, currency: asked.currency } }];
        }),
      };
    });
  }

  /** The opportunities whose first entry into a row lies in the period, oldest first; or those of one fate towards the next row. */
  async records(
    row: string,
    {
      limit,
      cursor,
      converted,
      ...question
    }: FunnelFiguresQuestion & Paging & { readonly converted?: Fate | undefined },
  ): Promise<FunnelRecords> {
    return this.database.snapshot(async () => {
      const gathered = await this.gather(question);
      const { rows, deals, question: drawn } = gathered;
      const place = rows.findIndex(({ key }) => key === row);
      if (place < 0) {
        throw invalid('funnel.row_unknown', `There is no row “${row}” in this funnel.`, { pointer: '/row', row });
      }
      const entered = enteredIn(deals, place, drawn.span, drawn).flatMap((deal) => enteredRow(deal, place, drawn));
      const wished = converted === undefined ? entered : entered.filter(({ fate }) => fate === converted);
      const page = pageOf(wished, ({ enteredAt, opportunityId }) => `${enteredAt.toISOString()} ${opportunityId}`, {
        limit,
        cursor,
      });
      return { ...toldOf(gathered), ...page, items: await this.rows.named(page.items, gathered.knowledge) };
    });
  }

  private async gather({
    period,
    side = 'seller',
    mode = 'ordered',
    filter = {},
    reading = 'restated',
    asOf,
  }: FunnelFiguresQuestion): Promise<Gathered> {
    const asked = await this.periods.read(period, asOf);
    const knowledge = { reading, by: asked.knownBy };
    const [directory, stages, windows] = await Promise.all([
      this.directories.read(),
      this.funnel.stages(),
      this.funnel.windows(),
    ]);
    const rows = rowsOf(stages, side);
    const [span, previous] = [spanOf(asked.period, asked), spanOf(asked.previous, asked)];
    const wanted = { stages, rows, mode, now: asked.now.getTime(), knowledge };
    const [deals, winners] = await Promise.all([
      this.log.moved({ from: previous.from, until: span.until }, wanted, {
        currency: asked.currency,
        on: asked.period.from,
      }),
      this.log.winnersBefore(asked.period.from, wanted),
    ]);
    const learned = new Map<string, number>();
    const windowDays = (from: number, to: number): number => {
      const key = `${from} ${to}`;
      const days = learned.get(key) ?? windowFrom(setWindow(windows, rows[from], rows[to]), winners, from, to);
      learned.set(key, days);
      return days;
    };
    const isCredited = creditedTo(filter, directory);
    return {
      asked,
      knowledge,
      rows,
      deals,
      question: { rows, span, previous, mode, isCredited, windowDays, matureBefore: matureBefore(asked) },
    };
  }
}

const toldOf = ({ asked, knowledge }: Gathered): Told => ({
  range: asked.range,
  asOf: asked.now,
  reading: knowledge.reading,
});

const dayMs = 86_400_000;

/** The window of everybody who entered before the local day that began a window ago is over. */
const matureBefore =
  ({ now, zone }: Pick<AskedPeriod, 'now' | 'zone'>) =>
  (windowDays: number): number =>
    startOfDay(localDate(new Date(now.getTime() - windowDays * dayMs), zone), zone).getTime();

function spanOf(period: Period, { zone }: AskedPeriod): Span {
  const { from, until } = instantsOf(period, zone);
  return { from: from.getTime(), until: until.getTime() };
}
