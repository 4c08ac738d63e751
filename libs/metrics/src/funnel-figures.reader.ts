import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import { instantsOf, invalid, type Money, type Period } from '@tandem/kernel';
import { AskedPeriodReader, type AskedPeriod } from './asked-period.reader';
import { DirectoryReader, type Directory } from './directory.reader';
import type { FigureRange } from './figure';
import { FunnelDealsReader } from './funnel-deals.reader';
import { FunnelRecordsReader, type EnteredRow, type FunnelRecord } from './funnel-records.reader';
import { rowsOf, setWindow, type FunnelRowOutline, type FunnelSide } from './funnel-rows';
import { pageOf, type PageOf, type Paging } from './page-contributions';
import { fateOf, type Fate } from './rules/convert-cohort';
import {
  drawFunnel,
  enteredIn,
  pairs,
  windowFrom,
  type FunnelDeal,
  type FunnelQuestion,
  type FunnelRow,
  type Span,
} from './rules/draw-funnel';
import type { Scope } from './rules/facts';
import type { FunnelMode } from './rules/find-entries';

export interface FunnelFiguresQuestion {
  /** As for figures; without one, the current fiscal quarter. It selects entries only. */
  readonly period?: string | undefined;
  readonly side?: FunnelSide | undefined;
  readonly mode?: FunnelMode | undefined;
  readonly filter?: Scope | undefined;
}

export interface FunnelFiguresRow extends Omit<FunnelRow, 'valueMinor'>, Omit<FunnelRowOutline, 'stageIds'> {
  readonly value: Money;
}

export interface FunnelFigures {
  readonly range: FigureRange;
  readonly side: FunnelSide;
  readonly mode: FunnelMode;
  readonly currency: string;
  readonly rows: readonly FunnelFiguresRow[];
}

export interface FunnelRecords extends PageOf<FunnelRecord> {
  readonly range: FigureRange;
}

interface Gathered {
  readonly asked: AskedPeriod;
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
    private readonly rows: FunnelRecordsReader,
  ) {}

  async figures(question: FunnelFiguresQuestion = {}): Promise<FunnelFigures> {
    return this.database.snapshot(async () => {
      const { asked, rows, deals, question: drawn } = await this.gather(question);
      const { side = 'seller', mode = 'ordered' } = question;
      const figures = drawFunnel(deals, drawn);
      return {
        range: asked.range,
        side,
        mode,
        currency: asked.currency,
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
      const { asked, rows, deals, question: drawn } = await this.gather(question);
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
      return { range: asked.range, ...page, items: await this.rows.named(page.items) };
    });
  }

  private async gather({
    period,
    side = 'seller',
    mode = 'ordered',
    filter = {},
  }: FunnelFiguresQuestion): Promise<Gathered> {
    const asked = await this.periods.read(period);
    const [directory, stages, windows] = await Promise.all([
      this.directories.read(),
      this.funnel.stages(),
      this.funnel.windows(),
    ]);
    const rows = rowsOf(stages, side);
    const [span, previous] = [spanOf(asked.period, asked), spanOf(asked.previous, asked)];
    const wanted = { stages, rows, mode, now: asked.now.getTime() };
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
      rows,
      deals,
      question: { rows, span, previous, now: asked.now.getTime(), mode, isCredited, windowDays },
    };
  }
}

function spanOf(period: Period, { zone }: AskedPeriod): Span {
  const { from, until } = instantsOf(period, zone);
  return { from: from.getTime(), until: until.getTime() };
}

/** Whether an entry belongs to a scope, by whose it was then; the source is the deal's. */
function creditedTo(scope: Scope, { teams }: Directory): FunnelQuestion['isCredited'] {
  const { personId, teamId, sourceId, officeId } = scope;
  return (entry, deal) =>
    (personId === undefined || personId === entry.ownerId) &&
    (teamId === undefined || teamId === entry.teamId) &&
    (sourceId === undefined || sourceId === deal.sourceId) &&
    (officeId === undefined || officeId === (teams.get(entry.teamId)?.officeId ?? null));
}

/** What a deal's entry into a row led to in the next one; behind the last row nothing is to come, so it has no fate. */
function enteredRow(deal: FunnelDeal, row: number, { rows, now, mode, windowDays }: FunnelQuestion): EnteredRow[] {
  const entry = deal.entries[row];
  if (!entry) return [];
  const { opportunityId } = deal;
  const entered = { opportunityId, enteredAt: new Date(entry.at), isImplied: entry.isImplied };
  const [pair] = pairs([deal], row, row + 1);
  if (row + 1 >= rows.length || !pair) return [{ ...entered, fate: null, convertedAt: null }];
  const fate = fateOf(pair, { windowDays: windowDays(row, row + 1), now, mode });
  const isAfter =
    pair.reachedAt !== null && (fate === 'yes' || (fate === 'running' && pair.reachedAt >= pair.enteredAt));
  return [{ ...entered, fate, convertedAt: isAfter && pair.reachedAt !== null ? new Date(pair.reachedAt) : null }];
}
