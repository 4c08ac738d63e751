import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { unavailable } from './answer';
import { AskedPeriodReader } from './asked-period.reader';
import { catalogue, kpiOf } from './catalogue';
import { MetricChoicesReader } from './choices/metric-choices.reader';
import { DirectoryReader } from './directory.reader';
import type { FiguresQuestion } from './figures-question';
import { figureOf, type Figure, type FigureRange, type Slice } from './figure';
import { FigureFactsReader, type FactsQuestion } from './figure-facts.reader';
import { FigureRecordsReader, type FigureRecord } from './figure-records.reader';
import { GoalsReader, type Targets } from './goals.reader';
import { sliceOf, sliceWithin, type GoalSlice } from './goals/rules/goal-slice';
import type { Computed, FigureKey } from './kpi';
import { pageOf, placeOfContribution, type PageOf, type Paging } from './page-contributions';
import { RecordedSinceReader, type Lacking } from './recorded-since.reader';
import { FigureSumsReader, isWhy, type SumsInTime, type SlicedSums } from './rollups/figure-sums.reader';
import type { Reading } from './rules/facts';
import { note, type Note } from './rules/figure-value';
import { cutFacts, type SliceKind } from './rules/narrow-facts';
import { medianProfit, sumFacts } from './rules/sum-facts';
import { nameOfSlice } from './say';

export interface FiguresAnswer {
  readonly range: FigureRange;
  /** The present of the answer: when it was asked, or the end of the day it was asked as of. */
  readonly asOf: Date;
  readonly reading: Reading;
  readonly currency: string;
  readonly figures: readonly Figure[];
  /** What is to be known about the answer as a whole: nothing to compare with, or why it took long. */
  readonly notes: readonly Note[];
}

export interface Scoreboard extends FiguresAnswer {
  readonly slices: readonly { readonly slice: Slice; readonly figures: readonly Figure[] }[];
}

export interface FigureRecords extends PageOf<FigureRecord>, Pick<FiguresAnswer, 'range' | 'asOf' | 'reading'> {
  readonly figure: Figure;
}

/** What is asked, before anything is read that hangs on it. */
type Known = Omit<FactsQuestion, 'quotas' | 'lacking'>;

/** What is asked, and what figures are held against. */
interface Gathered extends FactsQuestion {
  /** Why no figure can be known: nothing had been recorded by then. */
  readonly unknown: Note | null;
  /** What there is nothing to compare with, because records begin later. */
  readonly lacking: Lacking;
  readonly targets: Targets;
  /** The slice that is asked about; null for everybody, undefined where no target can stand. */
  readonly slice: GoalSlice | null | undefined;
  /** The win rate the organisation goes by, if it is another one than stands here. */
  readonly otherWinRate: Note | null;
}

/** Every figure of the catalogue, over any period and slice, with its target and the records behind it. */
@Injectable()
export class FiguresReader {
  constructor(
    private readonly database: Database,
    private readonly periods: AskedPeriodReader,
    private readonly directories: DirectoryReader,
    private readonly facts: FigureFactsReader,
    private readonly sums: FigureSumsReader,
    private readonly goals: GoalsReader,
    private readonly recorded: RecordedSinceReader,
    private readonly rows: FigureRecordsReader,
    private readonly choices: MetricChoicesReader,
  ) {}

  /** All figures of one period and scope. */
  async figures(question: FiguresQuestion = {}): Promise<FiguresAnswer> {
    const { slices: _, ...answer } = await this.scoreboard(question);
    return answer;
  }

  /** All figures, and again for every team, office, person or source that has any fact or quota in the period. */
  async scoreboard({
    by,
    ...question
  }: FiguresQuestion & { readonly by?: SliceKind | undefined } = {}): Promise<Scoreboard> {
    return this.database.snapshot(async () => {
      const known = await this.know(question);
      const [gathered, kept] = await Promise.all([this.gather(known, by), this.sums.read(known, { ...question, by })]);
      const sums = isWhy(kept) ? await this.summed(gathered, by) : kept(gathered.quotas);
      return {
        ...toldOf(gathered),
        currency: gathered.asked.currency,
        figures: figuresOf(gathered, sums),
        slices: by ? slicesOf(gathered, by, sums.slices) : [],
        notes: [...gathered.lacking.notes, ...(isWhy(kept) ? [kept.why] : [])],
      };
    });
  }

  /** One figure with a page of the rows behind it; the contributions of all rows add up to the parts they name. */
  async records(key: FigureKey, { limit, cursor, ...question }: FiguresQuestion & Paging): Promise<FigureRecords> {
    return this.database.snapshot(async () => {
      const gathered = await this.gather(await this.know(question));
      const { present, previous, yearBefore } = await this.facts.read(gathered);
      const kpi = kpiOf(key);
      const page = pageOf(kpi.contributions(present), placeOfContribution(kpi.summed), { limit, cursor });
      const items = await this.rows.named(page.items, gathered.directory);
      const sums = {
        present: { ...sumFacts(present), medianProfitMinor: medianProfit(present) },
        previous: sumFacts(previous),
        yearBefore: sumFacts(yearBefore),
      };
      const [figure] = figuresOf(gathered, sums).filter((one) => one.key === key);
      if (!figure) throw new Error(`no such figure: ${key}`);
      return { ...toldOf(gathered), figure, ...page, items };
    });
  }

  /** What everything else is asked with. Whether sums can answer is asked meanwhile, so that it is known when they are. */
  private async know({ period, filter = {}, reading = 'restated', asOf }: FiguresQuestion): Promise<Known> {
    const [asked, directory] = await Promise.all([
      this.periods.read(period, asOf),
      this.directories.read(),
      this.sums.prepare(),
    ]);
    return { asked, directory, filter, reading };
  }

  private async gather(known: Known, by?: SliceKind): Promise<Gathered> {
    const { asked, directory, filter } = known;
    const [quotas, targets, unknown, lacking, headline] = await Promise.all([
      this.goals.quotas(asked, directory, { ofPeople: by === 'person' || filter.personId !== undefined }),
      this.goals.targets(asked),
      this.recorded.whyUnknown(asked),
      this.recorded.lacking(asked, known.reading),
      this.choices.definitionAt('headline_win_rate', asked),
    ]);
    return {
      ...known,
      quotas,
      unknown,
      lacking,
      targets,
      slice: sliceOf(filter),
      otherWinRate: headline === 'broad' ? null : note(`chosen_${headline}`),
    };
  }

  /** Sums counted from every fact. */
  private async summed(question: FactsQuestion, by: SliceKind | undefined): Promise<SlicedSums> {
    const facts = await this.facts.read(question);
    const whole = {
      present: sumFacts(facts.present),
      previous: sumFacts(facts.previous),
      yearBefore: sumFacts(facts.yearBefore),
    };
    if (!by) return { ...whole, slices: new Map() };
    const present = cutFacts(facts.present, by);
    const previous = cutFacts(facts.previous, by);
    const yearBefore = cutFacts(facts.yearBefore, by);
    const sumsOf = (id: string | null): SumsInTime => ({
      present: sumFacts(present.of(id)),
      previous: sumFacts(previous.of(id)),
      yearBefore: sumFacts(yearBefore.of(id)),
    });
    return { ...whole, slices: new Map([...present.keys].map((id) => [id, sumsOf(id)])) };
  }
}

const toldOf = ({ asked, reading }: Gathered): Pick<FiguresAnswer, 'range' | 'asOf' | 'reading'> => ({
  range: asked.range,
  asOf: asked.now,
  reading,
});

function figuresOf(
  {
    asked,
    targets,
    slice,
    unknown,
    lacking,
    otherWinRate,
  }: Pick<Gathered, 'asked' | 'targets' | 'slice' | 'unknown' | 'lacking' | 'otherWinRate'>,
  { present, previous, yearBefore }: SumsInTime,
): Figure[] {
  return catalogue.map((kpi) => {
    const own = kpi.compute(present);
    const computed = kpi.key === 'win_rate' && otherWinRate ? { ...own, notes: [...own.notes, otherWinRate] } : own;
    return figureOf(kpi, unknown ? unknowable(computed, unknown) : computed, {
      target: slice === undefined ? null : targets.of(kpi.key, kpi.isAdditive, slice),
      previous: unknown || lacking.previous ? null : kpi.compute(previous).value,
      yearBefore: unknown || lacking.yearBefore ? null : kpi.compute(yearBefore).value,
      gone: asked.range.gone,
      definition: kpi.definition?.(present) ?? null,
    });
  });
}

/** Before anything was recorded an empty sum is not 0 but unknown. */
const unknowable = ({ parts }: Computed, why: Note): Computed =>
  unavailable(why, { parts: parts.map(({ key }) => ({ key, value: null })) });

/** A slice is held against its own target, where it has one and is not narrowed in another way as well. */
const slicesOf = (
  { directory, slice: narrowedTo, ...gathered }: Gathered,
  kind: SliceKind,
  slices: SlicedSums['slices'],
): Scoreboard['slices'] =>
  [...slices]
    .map(([id, sums]) => ({
      slice: { kind, id, name: nameOfSlice(kind, id, directory) },
      figures: figuresOf({ ...gathered, slice: sliceWithin(narrowedTo, { kind, id }) }, sums),
    }))
    .sort((one, other) => rank(one.slice).localeCompare(rank(other.slice)));

/** By name, with what lacks the attribute last. */
const rank = ({ id, name }: Slice): string => `${id === null ? 1 : 0} ${name.en} ${id ?? ''}`;
