import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { unavailable } from './answer';
import { AskedPeriodReader, type AskedPeriod } from './asked-period.reader';
import { catalogue, kpiOf } from './catalogue';
import { DirectoryReader, type Directory } from './directory.reader';
import { figureOf, type Figure, type FigureRange, type Slice } from './figure';
import { FigureRecordsReader, type FigureRecord } from './figure-records.reader';
import { GoalsReader } from './goals.reader';
import type { Computed, FigureKey } from './kpi';
import { LedgerReader } from './ledger.reader';
import { pageOf, placeOfContribution, type PageOf, type Paging } from './page-contributions';
import { RecordedSinceReader } from './recorded-since.reader';
import type { Facts, Reading, Scope } from './rules/facts';
import type { FigureValue, Note } from './rules/figure-value';
import { factsOf, narrowFacts, sliceFacts, type SliceKind } from './rules/narrow-facts';
import { sumFacts, type Sums } from './rules/sum-facts';
import { nameOfSlice } from './say';

export interface FiguresQuestion {
  /** `2017`, `2017-Q2`, `2017-05`, `2017-W20` or `2017-04-01..2017-06-30`; without one, the current fiscal quarter. */
  readonly period?: string | undefined;
  readonly filter?: Scope | undefined;
  /** As restated (default): with all that is known. As reported: each line on its own day, wins and their reversals alike. */
  readonly reading?: Reading | undefined;
  /** Only what was recorded by the end of this day (in the organisation's zone), or by this moment, counts; without it, everything. */
  readonly asOf?: string | Date | undefined;
}

export interface FiguresAnswer {
  readonly range: FigureRange;
  /** The present of the answer: when it was asked, or the end of the day it was asked as of. */
  readonly asOf: Date;
  readonly reading: Reading;
  readonly currency: string;
  readonly figures: readonly Figure[];
}

export interface Scoreboard extends FiguresAnswer {
  readonly slices: readonly { readonly slice: Slice; readonly figures: readonly Figure[] }[];
}

export interface FigureRecords extends PageOf<FigureRecord>, Pick<FiguresAnswer, 'range' | 'asOf' | 'reading'> {
  readonly figure: Figure;
}

/** Facts of the period and of the one before, and what they are held against. */
interface Gathered {
  readonly asked: AskedPeriod;
  readonly reading: Reading;
  readonly directory: Directory;
  readonly present: Facts;
  readonly previous: Facts;
  /** Why no figure can be known: nothing had been recorded by then. */
  readonly unknown: Note | null;
  readonly targets: (key: FigureKey, isAdditive: boolean) => FigureValue | null;
}

/** Every figure of the catalogue, over any period and slice, with its target and the records behind it. */
@Injectable()
export class FiguresReader {
  constructor(
    private readonly database: Database,
    private readonly periods: AskedPeriodReader,
    private readonly directories: DirectoryReader,
    private readonly ledgers: LedgerReader,
    private readonly goals: GoalsReader,
    private readonly recorded: RecordedSinceReader,
    private readonly rows: FigureRecordsReader,
  ) {}

  /** All figures of one period and scope. */
  async figures(question: FiguresQuestion = {}): Promise<FiguresAnswer> {
    return this.database.snapshot(async () => answer(await this.gather(question)));
  }

  /** All figures, and again for every team, office, person or source that has any fact or quota in the period. */
  async scoreboard({
    by,
    ...question
  }: FiguresQuestion & { readonly by?: SliceKind | undefined } = {}): Promise<Scoreboard> {
    return this.database.snapshot(async () => {
      const gathered = await this.gather(question);
      return { ...answer(gathered), slices: by ? slices(gathered, by) : [] };
    });
  }

  /** One figure with a page of the rows behind it; the contributions of all rows add up to the parts they name. */
  async records(key: FigureKey, { limit, cursor, ...question }: FiguresQuestion & Paging): Promise<FigureRecords> {
    return this.database.snapshot(async () => {
      const gathered = await this.gather(question);
      const kpi = kpiOf(key);
      const page = pageOf(kpi.contributions(gathered.present), placeOfContribution(kpi.summed), { limit, cursor });
      const items = await this.rows.named(page.items, gathered.directory);
      const [figure] = figuresOf(gathered, sumFacts(gathered.present), sumFacts(gathered.previous)).filter(
        (one) => one.key === key,
      );
      if (!figure) throw new Error(`no such figure: ${key}`);
      return { ...toldOf(gathered), figure, ...page, items };
    });
  }

  private async gather({ period, filter = {}, reading = 'restated', asOf }: FiguresQuestion): Promise<Gathered> {
    const asked = await this.periods.read(period, asOf);
    const directory = await this.directories.read();
    const [ledger, [now = [], before = []], targets, unknown] = await Promise.all([
      this.ledgers.read(asked, directory, reading),
      this.goals.quotas([asked.period, asked.previous], asked, directory),
      this.goals.targets(asked),
      this.recorded.whyUnknown(asked),
    ]);
    const isWhole = Object.values(filter).every((wished) => wished === undefined);
    return {
      asked,
      reading,
      directory,
      present: narrowFacts(factsOf(ledger, asked.period, now), filter),
      previous: narrowFacts(factsOf(ledger, asked.previous, before), filter),
      unknown,
      targets: isWhole ? targets : () => null,
    };
  }
}

const toldOf = ({ asked, reading }: Gathered): Pick<FiguresAnswer, 'range' | 'asOf' | 'reading'> => ({
  range: asked.range,
  asOf: asked.now,
  reading,
});

const answer = (gathered: Gathered): FiguresAnswer => ({
  ...toldOf(gathered),
  currency: gathered.asked.currency,
  figures: figuresOf(gathered, sumFacts(gathered.present), sumFacts(gathered.previous)),
});

function figuresOf(
  { asked, targets, unknown }: Pick<Gathered, 'asked' | 'targets' | 'unknown'>,
  present: Sums,
  previous: Sums,
): Figure[] {
  return catalogue.map((kpi) => {
    const computed = kpi.compute(present);
    return figureOf(kpi, unknown ? unknowable(computed, unknown) : computed, {
      target: targets(kpi.key, kpi.isAdditive),
      previous: unknown ? null : kpi.compute(previous).value,
      gone: asked.range.gone,
    });
  });
}

/** Before anything was recorded an empty sum is not 0 but unknown. */
const unknowable = ({ parts }: Computed, why: Note): Computed =>
  unavailable(why, { parts: parts.map(({ key }) => ({ key, value: null })) });

/** Targets are the organisation's, so a slice is held against its quota only. */
function slices(gathered: Gathered, kind: SliceKind): Scoreboard['slices'] {
  const { asked, directory, present, unknown } = gathered;
  const before = sliceFacts(gathered.previous, kind);
  const nothing: Facts = {
    ...gathered.previous,
    bookings: [],
    closings: [],
    newCustomers: [],
    expenses: [],
    quotas: [],
  };
  return [...sliceFacts(present, kind)]
    .map(([id, facts]) => ({
      slice: { kind, id, name: nameOfSlice(kind, id, directory) },
      figures: figuresOf(
        { asked, targets: () => null, unknown },
        sumFacts(facts),
        sumFacts(before.get(id) ?? { ...nothing, scope: facts.scope }),
      ),
    }))
    .sort((one, other) => rank(one.slice).localeCompare(rank(other.slice)));
}

/** By name, with what lacks the attribute last. */
const rank = ({ id, name }: Slice): string => `${id === null ? 1 : 0} ${name.en} ${id ?? ''}`;
