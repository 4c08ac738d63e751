import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { money, type Money } from '@tandem/kernel';
import type { BilingualName } from '../figure';
import { MetricChoicesReader } from '../choices/metric-choices.reader';
import { LineRecordsReader, type LineRecords, type LineShare } from '../lines/line-records.reader';
import { PeriodLinesReader, toldOf, type Asked, type LinesAsked, type Told } from '../lines/period-lines.reader';
import { sumMinor } from '../lines/rules/sum-minor';
import { groupBy } from '../rules/group-by';
import type { Paging } from '../page-contributions';
import { RecordNamesReader } from '../record-names.reader';
import { note, type Note } from '../rules/figure-value';
import { revenueNotes } from '../rules/revenue-notes';
import { addUp, isConvertible, measureLine, noSales } from '../rules/sum-sales';
import { nameOfSlice } from '../say';
import { creditTouches, influences, sourced, type Share } from './rules/credit-touches';
import { usualHalfLifeDays, type AttributionModel } from './rules/weigh-touches';
import { TouchFactsReader, type Touched } from './touch-facts.reader';

export interface AttributionQuestion extends LinesAsked {
  /** Two opinions side by side; without the first, as the organisation has chosen. */
  readonly model?: AttributionModel | undefined;
  readonly beside?: AttributionModel | undefined;
  readonly halfLifeDays?: number | undefined;
}

export interface AttributionRow {
  readonly key: string;
  /** False for what no touch was recorded of: it stands with its own source. */
  readonly isTouched: boolean;
  readonly sourceId: string | null;
  readonly source: BilingualName;
  readonly campaignId: string | null;
  /** Null where it was no campaign. */
  readonly campaign: BilingualName | null;
  /** What each model gives it, in the order of the models. */
  readonly values: readonly [Money, Money];
}

export interface SourceRow {
  readonly key: string;
  readonly sourceId: string | null;
  readonly source: BilingualName;
  readonly value: Money;
  readonly opportunities: number;
}

export interface Attribution extends Told {
  readonly currency: string;
  readonly models: readonly [AttributionModel, AttributionModel];
  readonly halfLifeDays: number;
  /** Null exactly when `unavailable` says why. */
  readonly total: Money | null;
  readonly unavailable: Note | null;
  readonly notes: readonly Note[];
  readonly rows: readonly AttributionRow[];
  /** Each opportunity by its one source; they add up to the total. */
  readonly sourced: readonly SourceRow[];
  /** Each opportunity by every source that touched it; they overlap. */
  readonly influenced: readonly SourceRow[];
}

/** Which number's records are asked for. */
export type AttributionView = AttributionModel | 'sourced' | 'influenced';

export interface AttributionRecords extends LineRecords, Told {}

interface Gathered extends Asked {
  readonly lines: readonly Touched[];
  readonly notes: readonly Note[];
}

/** Net revenue by what brought it: one source each, every source that touched it, and two models of sharing it out. */
@Injectable()
export class AttributionReader {
  constructor(
    private readonly database: Database,
    private readonly lines: PeriodLinesReader,
    private readonly touches: TouchFactsReader,
    private readonly names: RecordNamesReader,
    private readonly rows: LineRecordsReader,
    private readonly choices: MetricChoicesReader,
  ) {}

  async attribution({
    model,
    beside,
    halfLifeDays = usualHalfLifeDays,
    ...question
  }: AttributionQuestion = {}): Promise<Attribution> {
    return this.database.snapshot(async () => {
      const models = await this.sideBySide({ model, beside, asOf: question.asOf });
      const gathered = await this.gather(question);
      const { lines, unknown } = gathered;
      const { currency } = gathered.asked;
      return {
        ...toldOf(gathered),
        currency,
        models,
        halfLifeDays,
        total: unknown
          ? null
          : money(
              sumMinor(lines, ({ reportingMinor }) => reportingMinor),
              currency,
            ),
        unavailable: unknown,
        notes: gathered.notes,
        rows: unknown ? [] : await this.modelRows(gathered, { models, halfLifeDays }),
        sourced: unknown ? [] : sourceRows(lines.map(sourced), gathered),
        influenced: unknown ? [] : sourceRows(lines.flatMap(influences), gathered),
      };
    });
  }

  /** The booking lines behind one row of one view, each with what it gives that row; none where a model gives it nothing. */
  async records(
    view: AttributionView,
    row: string,
    { limit, cursor, halfLifeDays = usualHalfLifeDays, ...question }: AttributionQuestion & Paging,
  ): Promise<AttributionRecords> {
    return this.database.snapshot(async () => {
      const gathered = await this.gather(question);
      const shares = sharesOf(view, gathered.lines, halfLifeDays).filter((share) => keyIn(view, share) === row);
      const page = await this.rows.page(
        shares.map(lineShare),
        { currency: gathered.asked.currency, directory: gathered.directory },
        { limit, cursor },
      );
      return { ...toldOf(gathered), ...page };
    });
  }

  /** The chosen model beside another one. */
  private async sideBySide({ model, beside, asOf }: AttributionQuestion): Promise<Attribution['models']> {
    const first = model ?? ((await this.choices.definition('attribution', asOf)) as AttributionModel);
    return [first, beside ?? (first === 'linear' ? 'first' : 'linear')];
  }

  private async gather(question: LinesAsked): Promise<Gathered> {
    const asked = await this.lines.ask(question);
    const all = await this.lines.lines(asked.asked.period, asked);
    const notes = revenueNotes(
      addUp(
        noSales,
        all.map((line) => measureLine(line, asked.knowledge.reading)),
      ),
    );
    const convertible = all.filter(isConvertible);
    const touched = await this.touches.touched(convertible, asked.knowledge, asked.survived);
    const bare = touched.filter(({ touches }) => touches.length === 0).length;
    return {
      ...asked,
      lines: touched,
      notes: [
        ...notes,
        note('allocation_not_causation'),
        note('influenced_overlaps'),
        ...(bare === 0 ? [] : [note('without_touch', { count: bare })]),
      ],
    };
  }

  private async modelRows(
    { lines, directory, asked: { currency } }: Gathered,
    { models, halfLifeDays }: Pick<Attribution, 'models' | 'halfLifeDays'>,
  ): Promise<AttributionRow[]> {
    const [one, other] = models.map((model) =>
      groupBy(sharesOf(model, lines, halfLifeDays), (share) => keyIn(model, share)),
    );
    const shares = new Map([...(other ?? []), ...(one ?? [])].map(([key, [first]]) => [key, first]));
    const campaigns = await this.names.campaigns([...shares.values()].map((share) => share?.campaignId ?? null));
    const valueOf = (groups: typeof one, key: string) =>
      money(
        sumMinor(groups?.get(key) ?? [], ({ minor }) => minor),
        currency,
      );
    const rows = [...shares].flatMap(([key, share]) => {
      if (!share) return [];
      const { isTouched, sourceId, campaignId } = share;
      const values = [valueOf(one, key), valueOf(other, key)] as const;
      const source = nameOfSlice('source', sourceId, directory);
      const campaign = campaignId === null ? null : (campaigns.get(campaignId) ?? { en: campaignId, zhTW: null });
      return [{ key, isTouched, sourceId, source, campaignId, campaign, values }];
    });
    return rows.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  }
}

function sharesOf(view: AttributionView, lines: readonly Touched[], halfLifeDays: number): Share<Touched>[] {
  if (view === 'sourced') return lines.map(sourced);
  if (view === 'influenced') return lines.flatMap(influences);
  return lines.flatMap((line) => creditTouches(line, { model: view, halfLifeDays }));
}

/** A row of a model is a source and a campaign, touched or not; the other views have one row a source. */
const keyIn = (view: AttributionView, { isTouched, sourceId, campaignId }: Share<Touched>): string =>
  view === 'sourced' || view === 'influenced'
    ? (sourceId ?? 'none')
    : [isTouched ? 'touched' : 'untouched', sourceId ?? 'none', campaignId ?? 'none'].join('.');

function sourceRows(shares: readonly Share<Touched>[], { directory, asked: { currency } }: Gathered): SourceRow[] {
  return [...groupBy(shares, ({ sourceId }) => sourceId)]
    .map(([sourceId, some]) => ({
      key: sourceId ?? 'none',
      sourceId,
      source: nameOfSlice('source', sourceId, directory),
      value: money(
        sumMinor(some, ({ minor }) => minor),
        currency,
      ),
      opportunities: new Set(some.map(({ line }) => line.opportunityId)).size,
    }))
    .sort((one, other) => (placeOfSource(one) < placeOfSource(other) ? -1 : 1));
}

const placeOfSource = ({ sourceId, source }: Pick<SourceRow, 'sourceId' | 'source'>): string =>
  `${sourceId === null ? 1 : 0} ${source.en} ${sourceId ?? ''}`;

/** By name; what has no campaign, no touch or no source stands last among its like. */
const placeOf = (row: AttributionRow): string =>
  `${row.isTouched ? 0 : 1} ${placeOfSource(row)} ${row.campaignId === null ? 1 : 0} ${row.campaign?.en ?? ''} ${row.key}`;

const lineShare = ({ line, minor }: Share<Touched>): LineShare => ({
  id: line.id,
  opportunityId: line.opportunityId,
  accountId: line.accountId,
  ownerId: line.ownerId,
  date: line.date,
  minor,
});
