import { Injectable } from '@nestjs/common';
import type { FactsQuestion } from '../figure-facts.reader';
import type { FiguresQuestion } from '../figures-question';
import { LedgerReader } from '../ledger.reader';
import type { Facts, Scope } from '../rules/facts';
import { note, type Note } from '../rules/figure-value';
import { narrowFacts, scopeOf, sliceFacts, type SliceKind } from '../rules/narrow-facts';
import { noCustomers, type Sums } from '../rules/sum-facts';
import { noSales } from '../rules/sum-sales';
import { CustomerSumsReader } from './customer-sums.reader';
import { askedSlices, pastDay } from './rules/asked-slices';
import { grainOf } from './rules/customer-cells';
import { SalesSumsReader } from './sales-sums.reader';
import type { SumsAsked } from './sums-sql';
import { UnfoldedReader, type Unfolded } from './unfolded.reader';

/** Sums of the period, of the one before, and of the same one of the year before. */
export interface SumsInTime {
  readonly present: Sums;
  readonly previous: Sums;
  readonly yearBefore: Sums;
}

export interface SlicedSums extends SumsInTime {
  /** By the id of the slice, null for what lacks the attribute; those in which anything happened in the period. */
  readonly slices: ReadonlyMap<string | null, SumsInTime>;
}

/** Why sums could not answer: the answer is the same, but was counted from the records, which takes longer. */
export interface NoSums {
  readonly why: Note;
}

export const isWhy = (answer: object): answer is NoSums => 'why' in answer;

/** Expenses and quotas are few, so they are read as they are; all else of them is nothing. */
interface Rest {
  readonly present: Facts;
  readonly previous: Facts;
  readonly yearBefore: Facts;
}

const kindsKept = ['team', 'person', 'source'] as const satisfies readonly SliceKind[];
type KindKept = (typeof kindsKept)[number];
const isKept = (kind: SliceKind): kind is KindKept => (kindsKept as readonly SliceKind[]).includes(kind);

/** Figures from sums, where sums can answer. */
@Injectable()
export class FigureSumsReader {
  constructor(
    private readonly unfolded: UnfoldedReader,
    private readonly sales: SalesSumsReader,
    private readonly customers: CustomerSumsReader,
    private readonly ledgers: LedgerReader,
  ) {}

  /** Says why where every fact has to be read: narrowed in two ways, by office, over days that are no month, quarter or year. */
  async read(
    question: FactsQuestion,
    { asOf, by }: Pick<FiguresQuestion, 'asOf'> & { readonly by?: SliceKind | undefined },
  ): Promise<SlicedSums | NoSums> {
    const { asked, directory, filter, reading, quotas } = question;
    const day = pastDay(asOf, asked);
    const isWhole = Object.values(filter).every((wished) => wished === undefined);
    const slices = askedSlices(filter, directory.teams);
    if (day === undefined) return { why: note('slow_moment') };
    if (slices === null || filter.officeId !== undefined) return { why: note('slow_slice') };
    if (by !== undefined && !(isWhole && isKept(by))) return { why: note('slow_slice') };
    const unfolded = await this.unfolded.read();
    if (!unfolded) return { why: await this.unfolded.why() };
    if (!this.isOfPeriods(question, unfolded)) return { why: note('slow_days') };
    const quiet = await this.ledgers.readQuiet(asked, directory, reading);
    if (quiet.winBackMonths !== unfolded.setting.winBackMonths) return { why: note('slow_agreement') };
    const rest: Rest = {
      present: narrowFacts(quiet.during(asked.period, quotas.present), filter),
      previous: narrowFacts(quiet.during(asked.previous, quotas.previous), filter),
      yearBefore: narrowFacts(quiet.during(asked.yearBefore, quotas.yearBefore), filter),
    };
    const whole = { sliceKind: slices.sliceKind, slices: slices.slices, reading, asOf: day } as const;
    const [sums] = (await this.sums(unfolded, question, whole, () => rest)).values();
    if (!sums) return { why: note('slow_slice') };
    return {
      ...sums,
      slices: by && isKept(by) ? await this.slices(unfolded, question, { ...whole, by }, rest) : new Map(),
    };
  }

  private isOfPeriods({ asked: { period, previous, yearBefore } }: FactsQuestion, { setting }: Unfolded): boolean {
    const grain = grainOf(period, setting.calendar);
    return grain !== null && [previous, yearBefore].every((days) => grainOf(days, setting.calendar) === grain);
  }

  /** Every slice that has any booking, closing, expense or quota in the period. */
  private async slices(
    unfolded: Unfolded,
    question: FactsQuestion,
    { reading, asOf, by }: Pick<SumsAsked, 'reading' | 'asOf'> & { readonly by: KindKept },
    rest: Rest,
  ): Promise<Map<string | null, SumsInTime>> {
    const named = {
      team: question.directory.teams,
      person: question.directory.persons,
      source: question.directory.sources,
    };
    const asked: SumsAsked = { sliceKind: by, slices: [...named[by].keys(), null], reading, asOf };
    const present = sliceFacts(rest.present, by);
    const previous = sliceFacts(rest.previous, by);
    const yearBefore = sliceFacts(rest.yearBefore, by);
    const scoped = (facts: Facts, id: string | null) => narrowFacts(facts, { [scopeOf[by]]: id } satisfies Scope);
    const sums = await this.sums(unfolded, question, asked, (id) => ({
      present: present.get(id) ?? scoped(rest.present, id),
      previous: previous.get(id) ?? scoped(rest.previous, id),
      yearBefore: yearBefore.get(id) ?? scoped(rest.yearBefore, id),
    }));
    return new Map(
      [...sums].filter(
        ([
          id,
          {
            present: { sales },
          },
        ]) => present.has(id) || sales.lines + sales.closings > 0,
      ),
    );
  }

  /** By slice; of what is asked for as a whole one for all. */
  private async sums(
    unfolded: Unfolded,
    { asked: { period, previous, yearBefore } }: FactsQuestion,
    asked: SumsAsked,
    restOf: (slice: string | null) => Rest,
  ): Promise<Map<string | null, SumsInTime>> {
    const days = { present: period, previous, yearBefore };
    const sales = await this.sales.read(unfolded, asked, days);
    const customers = await this.customers.read(unfolded, asked, days);
    return new Map(
      asked.slices.map((slice) => {
        const rest = restOf(slice);
        const of = (which: keyof SumsInTime): Sums => {
          const { reading, currency, newCustomerVariant, scope, expenses, quotas, period: within } = rest[which];
          return {
            reading,
            currency,
            newCustomerVariant,
            scope,
            expenses,
            quotas,
            period: within,
            sales: sales[which].get(slice) ?? noSales,
            customers: customers[which].get(slice) ?? noCustomers,
          };
        };
        return [slice, { present: of('present'), previous: of('previous'), yearBefore: of('yearBefore') }];
      }),
    );
  }
}
