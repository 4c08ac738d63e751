import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { AskedPeriodReader, type AskedPeriod } from '../asked-period.reader';
import { DirectoryReader } from '../directory.reader';
import type { Figure } from '../figure';
import type { FiguresQuestion } from '../figures-question';
import { FiguresReader } from '../figures.reader';
import { pageOf, type Paging } from '../page-contributions';
import { RecordedSinceReader } from '../recorded-since.reader';
import type { Reading } from '../rules/facts';
import { ForecastPipelineReader } from './forecast-pipeline.reader';
import { ForecastRecordsReader, type ForecastRecords, type ForecastRecordsWish } from './forecast-records.reader';
import { forecastOf, type ForecastAnswer, type WonPart } from './forecast';
import { creditedIn } from './rules/credit-scope';
import type { WeighedDeal } from './rules/open-deal';
import { simulateRange, type ForecastRange, type SimulatedDeal } from './rules/simulate-range';
import { sumForecast } from './rules/sum-forecast';

type Told = Pick<ForecastAnswer, 'range' | 'asOf' | 'reading'>;

/** What a period will come to: what is booked in it, and what is open weighted, with its range and the records behind it. */
@Injectable()
export class ForecastReader {
  constructor(
    private readonly database: Database,
    private readonly periods: AskedPeriodReader,
    private readonly directories: DirectoryReader,
    private readonly pipeline: ForecastPipelineReader,
    private readonly figures: FiguresReader,
    private readonly recorded: RecordedSinceReader,
    private readonly rows: ForecastRecordsReader,
  ) {}

  async forecast(question: FiguresQuestion = {}): Promise<ForecastAnswer> {
    return this.database.snapshot(async () => {
      const { asked, reading, deals, stages } = await this.gather(question);
      const told = { ...toldOf(asked, reading), currency: asked.currency };
      const unavailable = await this.recorded.whyUnknown(asked);
      if (unavailable) return { ...told, forecast: null, unavailable };
      const won = await this.won(question);
      const range = rangeOf(won.minor, deals, asked.period.from);
      return {
        ...told,
        forecast: forecastOf({ won, sums: sumForecast(deals), range, stages, currency: asked.currency }),
        unavailable: null,
      };
    });
  }

  /**
   * The records behind one part of the forecast, by day: the booking lines that are won, the open opportunities whose contributions
   * add up to the weighted part, or those left out because they are overdue or have no value.
   */
  async records({ of, stageId, category, limit, cursor, ...question }: ForecastRecordsWish & FiguresQuestion & Paging) {
    return this.database.snapshot(async (): Promise<ForecastRecords & Told> => {
      if (of === 'won') {
        const { figure: _, ...page } = await this.figures.records('net_revenue', { ...question, limit, cursor });
        return { ...page, items: page.items.map((line) => this.rows.ofBooking(line)) };
      }
      const { asked, reading, deals, directory } = await this.gather(question);
      const wished = deals.filter(
        (deal) =>
          deal.place === of &&
          (stageId === undefined || deal.stageId === stageId) &&
          (category === undefined || deal.category === category),
      );
      const page = pageOf(wished, (deal) => `${deal.closeDate} ${deal.opportunityId}`, { limit, cursor });
      const items = await this.rows.ofDeals(page.items, directory, asked.currency);
      return { ...toldOf(asked, reading), ...page, items };
    });
  }

  private async gather({ period, filter = {}, reading = 'restated', asOf }: FiguresQuestion) {
    const asked = await this.periods.read(period, asOf);
    const directory = await this.directories.read();
    const { stages, deals } = await this.pipeline.read(asked, directory, reading);
    return { asked, reading, directory, stages, deals: deals.filter(creditedIn(filter)) };
  }

  /** Net revenue, so that what is won is the same on every page. */
  private async won(question: FiguresQuestion): Promise<WonPart> {
    return netRevenueOf((await this.figures.figures(question)).figures);
  }
}

/** The won part of a forecast among the figures of its period and scope. */
export function netRevenueOf(figures: readonly Figure[]): WonPart {
  const figure = figures.find(({ key }) => key === 'net_revenue');
  return { minor: figure?.value?.unit === 'money' ? figure.value.money.amountMinor : 0n, notes: figure?.notes ?? [] };
}

/** The seed is the first day of the period: the same question on the same records gives the same range. */
export const rangeOf = (wonMinor: bigint, deals: readonly WeighedDeal[], seed: string): ForecastRange =>
  simulateRange(wonMinor, deals.filter(isOpen), seed);

const isOpen = (deal: WeighedDeal): deal is WeighedDeal & SimulatedDeal =>
  deal.place === 'open' && deal.worthMinor !== null;

const toldOf = ({ range, now }: AskedPeriod, reading: Reading): Told => ({ range, asOf: now, reading });
