import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '@tandem/database';
import { Clock, newId, quarterOf, type FiscalCalendar, type PlainDate } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { OrganisationReader } from '@tandem/people';
import { AskedPeriodReader, type AskedPeriod } from '../asked-period.reader';
import { DirectoryReader, type Directory } from '../directory.reader';
import { FiguresReader } from '../figures.reader';
import { RecordedSinceReader } from '../recorded-since.reader';
import { ForecastPipelineReader } from './forecast-pipeline.reader';
import { netRevenueOf, rangeOf } from './forecast.reader';
import type { ForecastSnapshot } from './forecast-snapshot.entity';
import { ForecastSnapshotsRepository, wholeOrganisation } from './forecast-snapshots.repository';
import { dueWeeks, type DueWeek } from './rules/due-weeks';
import type { OpenCategory, WeighedDeal } from './rules/open-deal';
import { sumForecast } from './rules/sum-forecast';

/** Keeps what was forecast at the end of each week, so that forecasts can be held against what became of them. */
@Injectable()
export class ForecastSnapshots {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly periods: AskedPeriodReader,
    private readonly directories: DirectoryReader,
    private readonly pipeline: ForecastPipelineReader,
    private readonly figures: FiguresReader,
    private readonly recorded: RecordedSinceReader,
    private readonly snapshots: ForecastSnapshotsRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the snapshots of every week that is over and has none, as they would have been on time: by what was recorded by the end of
   * the week. Weeks before anything was recorded have none. Gives the first days of the weeks it took; asked again, there are none.
   */
  async takeDue(now: Date = this.clock.now()): Promise<PlainDate[]> {
    const organisation = await this.organisation.find();
    if (!organisation) return [];
    const weeks = dueWeeks(now, organisation);
    const [first] = weeks;
    const known = first ? await this.snapshots.weeksSince(first.from) : new Set();
    const taken: PlainDate[] = [];
    for (const week of weeks.filter(({ from }) => !known.has(from))) {
      if (await this.take(week, organisation)) taken.push(week.from);
    }
    return taken;
  }

  /** False when there was nothing to know yet, or somebody else took them first: theirs stand. */
  private async take(week: DueWeek, calendar: FiscalCalendar): Promise<boolean> {
    const rows = await this.database.snapshot(async () => {
      const current = await this.periods.read(quarterOf(week.last, calendar), week.knownBy);
      if (await this.recorded.whyUnknown(current)) return [];
      const next = await this.periods.read(quarterOf(current.period.until, calendar), week.knownBy);
      const directory = await this.directories.read();
      return [...(await this.forecast(week, current, directory)), ...(await this.forecast(week, next, directory))];
    });
    if (rows.length === 0) return false;
    try {
      await this.database.write(() => this.keep(rows));
      return true;
    } catch (error) {
      if (isDuplicate(error) && (await this.snapshots.weeksSince(week.from)).has(week.from)) return false;
      throw error;
    }
  }

  /** The whole organisation and each of its teams. */
  private async forecast(week: DueWeek, asked: AskedPeriod, directory: Directory): Promise<ForecastSnapshot[]> {
    const { deals } = await this.pipeline.read(asked, directory, 'restated');
    const { key } = asked.period;
    const board = await this.figures.scoreboard({ period: key, by: 'team', asOf: week.knownBy });
    const won = new Map<string, bigint>();
    for (const { id, figures } of [
      { id: wholeOrganisation, figures: board.figures },
      ...board.slices.map(({ slice, figures }) => ({ id: slice.id ?? '', figures })),
    ]) {
      won.set(id, netRevenueOf(figures).minor);
    }
    return [wholeOrganisation, ...directory.teams.keys()].map((scopeId) => {
      const own = scopeId === wholeOrganisation ? deals : deals.filter(({ teamId }) => teamId === scopeId);
      return this.snapshotOf(scopeId, week, asked, { deals: own, wonMinor: won.get(scopeId) ?? 0n });
    });
  }

  private snapshotOf(
    scopeId: string,
    { from }: DueWeek,
    { period, currency }: AskedPeriod,
    { deals, wonMinor }: { readonly deals: readonly WeighedDeal[]; readonly wonMinor: bigint },
  ): ForecastSnapshot {
    const { open, overdue, unvalued, categories } = sumForecast(deals);
    const { p10Minor, p50Minor, p90Minor } = rangeOf(wonMinor, deals, period.from);
    const called = (category: OpenCategory) => (categories.get(category)?.worthMinor ?? 0n).toString();
    return {
      id: newId<'forecast_snapshot'>(),
      weekFrom: from,
      periodKey: period.key,
      periodFrom: period.from,
      periodUntil: period.until,
      scopeId,
      currency,
      wonMinor: wonMinor.toString(),
      commitMinor: called('commit'),
      bestCaseMinor: called('best_case'),
      pipelineMinor: called('pipeline'),
      weightedMinor: (wonMinor + open.weightedMinor).toString(),
      p10Minor: p10Minor.toString(),
      p50Minor: p50Minor.toString(),
      p90Minor: p90Minor.toString(),
      openCount: open.count,
      unvaluedCount: unvalued,
      overdueCount: overdue.count,
      recordedAt: this.clock.now(),
    };
  }

  private async keep(rows: readonly ForecastSnapshot[]): Promise<void> {
    await this.snapshots.insert(rows);
    await this.outbox.recordAll(
      rows.map(({ id, recordedAt: _, ...told }) => ({
        topic: 'forecast_snapshot.taken',
        subjectKind: 'forecast_snapshot',
        subjectId: id,
        after: told,
      })),
    );
  }
}
