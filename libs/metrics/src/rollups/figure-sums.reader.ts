import { Injectable } from '@nestjs/common';
import type { FactsQuestion, QuotasInTime } from '../figure-facts.reader';
import type { FiguresQuestion } from '../figures-question';
import { LedgerReader } from '../ledger.reader';
import type { Facts } from '../rules/facts';
import { note, type Note } from '../rules/figure-value';
import { narrowFacts, cutFacts, type SliceKind } from '../rules/narrow-facts';
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

/** Sums that only lack the quotas, which are read meanwhile. */
export type QuotasWanted = (quotas: QuotasInTime) => SlicedSums;

/** Expenses and quotas are few, so they are read as they are; all else of them is nothing. */
interface Rest {
  readonly present: Facts;
  readonly previous: Facts;
  readonly yearBefore: Facts;
}

type Question = Omit<FactsQuestion, 'quotas' | 'lacking'>;
type Found = (slice: string | null) => Record<keyof SumsInTime, Pick<Sums, 'sales' | 'customers'>>;

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

  /** Begins with what hangs on no question: asked beside whatever else comes first, it takes no time of its own. */
  async prepare(): Promise<void> {
    await this.unfolded.read();
  }

  /** Says why where every fact has to be read: narrowed in two ways, by office, over days that are no month, quarter or year. */
  async read(
    question: Question,
    { asOf, by }: Pick<FiguresQuestion, 'asOf'> & { readonly by?: SliceKind | undefined },
  ): Promise<QuotasWanted | NoSums> {
    const { asked, directory, filter, reading } = question;
    const day = pastDay(asOf, asked);
    const isWhole = Object.values(filter).every((wished) => wished === undefined);
    const slices = askedSlices(filter, directory.teams);
    if (day === undefined) return { why: note('slow_moment') };
    if (slices === null || filter.officeId !== undefined) return { why: note('slow_slice') };
    if (by !== undefined && !(isWhole && isKept(by))) return { why: note('slow_slice') };
    const unfolded = await this.unfolded.read();
    if (!unfolded) return { why: await this.unfolded.why() };
    if (!this.isOfPeriods(question, unfolded)) return { why: note('slow_days') };
    const whole: SumsAsked = { ...slices, reading, asOf: day };
    const cut = by && isKept(by) ? { by, asked: { ...whole, sliceKind: by, slices: slicesOf(by, directory) } } : null;
    const [quiet, sums, ofSlices] = await Promise.all([
      this.ledgers.readQuiet(asked, directory, reading),
      this.sums(unfolded, question, whole),
      cut && this.sums(unfolded, question, cut.asked),
    ]);
    if (quiet.winBackMonths !== unfolded.setting.winBackMonths) return { why: note('slow_agreement') };
    const [first = null] = whole.slices;
    return (quotas) => {
      const rest: Rest = {
        present: narrowFacts(quiet.during(asked.period, quotas.present), filter),
        previous: narrowFacts(quiet.during(asked.previous, quotas.previous), filter),
        yearBefore: narrowFacts(quiet.during(asked.yearBefore, quotas.yearBefore), filter),
      };
      return {
        ...joined(sums(first), rest),
        slices: cut && ofSlices ? slicesIn(cut.asked.slices, cut.by, ofSlices, rest) : new Map(),
      };
    };
  }

  private isOfPeriods({ asked: { period, previous, yearBefore } }: Question, { setting }: Unfolded): boolean {
    const grain = grainOf(period, setting.calendar);
    return grain !== null && [previous, yearBefore].every((days) => grainOf(days, setting.calendar) === grain);
  }

  private async sums(
    unfolded: Unfolded,
    { asked: { period, previous, yearBefore } }: Question,
    asked: SumsAsked,
  ): Promise<Found> {
    const days = { present: period, previous, yearBefore };
    const [sales, customers] = await Promise.all([
      this.sales.read(unfolded, asked, days),
      this.customers.read(unfolded, asked, days),
    ]);
    return (slice) => {
      const of = (when: keyof SumsInTime) => ({
        sales: sales[when].get(slice) ?? noSales,
        customers: customers[when].get(slice) ?? noCustomers,
      });
      return { present: of('present'), previous: of('previous'), yearBefore: of('yearBefore') };
    };
  }
}

const slicesOf = (kind: KindKept, { teams, persons, sources }: FactsQuestion['directory']): (string | null)[] => [
  ...{ team: teams, person: persons, source: sources }[kind].keys(),
  null,
];

/** Every slice that has any booking, closing, expense or quota in the period. */
function slicesIn(slices: SumsAsked['slices'], by: KindKept, found: Found, rest: Rest): Map<string | null, SumsInTime> {
  const present = cutFacts(rest.present, by);
  const previous = cutFacts(rest.previous, by);
  const yearBefore = cutFacts(rest.yearBefore, by);
  return new Map(
    slices.flatMap((slice): [string | null, SumsInTime][] => {
      const sums = found(slice);
      const { lines, closings } = sums.present.sales;
      if (lines + closings === 0 && !present.keys.has(slice)) return [];
      const own = { present: present.of(slice), previous: previous.of(slice), yearBefore: yearBefore.of(slice) };
      return [[slice, joined(sums, own)]];
    }),
  );
}

function joined(found: ReturnType<Found>, rest: Rest): SumsInTime {
  const of = (when: keyof SumsInTime): Sums => {
    const { reading, currency, newCustomerVariant, scope, expenses, quotas, period } = rest[when];
    return { reading, currency, newCustomerVariant, scope, expenses, quotas, period, ...found[when] };
  };
  return { present: of('present'), previous: of('previous'), yearBefore: of('yearBefore') };
}
