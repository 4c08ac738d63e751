import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { AskedPeriodReader, type AskedPeriod } from './asked-period.reader';
import { catalogue, kpiOf } from './catalogue';
import { DirectoryReader, type Directory } from './directory.reader';
import { figureOf, type Figure, type FigureRange, type Slice } from './figure';
import { FigureRecordsReader, type FigureRecord } from './figure-records.reader';
import { GoalsReader } from './goals.reader';
import type { FigureKey } from './kpi';
import { LedgerReader } from './ledger.reader';
import { pageOf, placeOfContribution, type PageOf, type Paging } from './page-contributions';
import type { Facts, Reading, Scope } from './rules/facts';
import type { FigureValue } from './rules/figure-value';
import { factsOf, narrowFacts, sliceFacts, type SliceKind } from './rules/narrow-facts';
import type { Ratio } from './rules/ratio';
import { nameOfSlice } from './say';

export interface FiguresQuestion {
  /** `2017`, `2017-Q2`, `2017-05`, `2017-W20` or `2017-04-01..2017-06-30`; without one, the current fiscal quarter. */
  readonly period?: string | undefined;
  readonly filter?: Scope | undefined;
  /** As restated (default): with what is known now. As reported: each line on its own day, wins and their reversals alike. */
  readonly reading?: Reading | undefined;
}

export interface FiguresAnswer {
  readonly range: FigureRange;
  readonly asOf: Date;
  readonly currency: string;
  readonly figures: readonly Figure[];
}

export interface Scoreboard extends FiguresAnswer {
  readonly slices: readonly { readonly slice: Slice; readonly figures: readonly Figure[] }[];
}

export interface FigureRecords extends PageOf<FigureRecord> {
  readonly range: FigureRange;
  readonly figure: Figure;
}

/** Facts of the period and of the one before, and what they are held against. */
interface Gathered {
  readonly asked: AskedPeriod;
  readonly directory: Directory;
  readonly present: Facts;
  readonly previous: Facts;
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
      const [figure] = figuresOf(gathered, gathered.present, gathered.previous).filter((one) => one.key === key);
      if (!figure) throw new Error(`no such figure: ${key}`);
      return { range: gathered.asked.range, figure, ...page, items };
    });
  }

  private async gather({ period, filter = {}, reading = 'restated' }: FiguresQuestion): Promise<Gathered> {
    const asked = await this.periods.read(period);
    const directory = await this.directories.read();
    const [ledger, [now = [], before = []], targets] = await Promise.all([
      this.ledgers.read(asked, directory, reading),
      this.goals.quotas([asked.period, asked.previous], asked, directory),
      this.goals.targets(asked.period, asked.currency),
    ]);
    const isWhole = Object.values(filter).every((wished) => wished === undefined);
    return {
      asked,
      directory,
      present: narrowFacts(factsOf(ledger, asked.period, now), filter),
      previous: narrowFacts(factsOf(ledger, asked.previous, before), filter),
      targets: isWhole ? targets : () => null,
    };
  }
}

const answer = (gathered: Gathered): FiguresAnswer => ({
  range: gathered.asked.range,
  asOf: gathered.asked.now,
  currency: gathered.asked.currency,
  figures: figuresOf(gathered, gathered.present, gathered.previous),
});

function figuresOf(
  {
    asked,
    targets,
  }: { readonly asked: { readonly range: { readonly gone: Ratio } }; readonly targets: Gathered['targets'] },
  present: Facts,
  previous: Facts,
): Figure[] {
  return catalogue.map((kpi) =>
    figureOf(kpi, kpi.compute(present), {
      target: targets(kpi.key, kpi.isAdditive),
      previous: kpi.compute(previous).value,
      gone: asked.range.gone,
    }),
  );
}

/** Targets are the organisation's, so a slice is held against its quota only. */
function slices(gathered: Gathered, kind: SliceKind): Scoreboard['slices'] {
  const { asked, directory, present } = gathered;
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
      figures: figuresOf({ asked, targets: () => null }, facts, before.get(id) ?? { ...nothing, scope: facts.scope }),
    }))
    .sort((one, other) => rank(one.slice).localeCompare(rank(other.slice)));
}

/** By name, with what lacks the attribute last. */
const rank = ({ id, name }: Slice): string => `${id === null ? 1 : 0} ${name.en} ${id ?? ''}`;
