import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { AskedPeriodReader, type AskedPeriod } from '../asked-period.reader';
import { ofCustomer, ofExpense } from '../contribution';
import { DirectoryReader, type Directory } from '../directory.reader';
import type { Slice } from '../figure';
import { FigureRecordsReader, type FigureRecord } from '../figure-records.reader';
import type { Contribution } from '../kpi';
import { LedgerReader } from '../ledger.reader';
import { toldOf, type Told } from '../lines/period-lines.reader';
import { pageOf, placeOfContribution, type PageOf, type Paging } from '../page-contributions';
import { RecordedSinceReader } from '../recorded-since.reader';
import type { Facts, Reading, Scope } from '../rules/facts';
import type { Note } from '../rules/figure-value';
import { factsOf, narrowFacts, sliceFacts } from '../rules/narrow-facts';
import { sumExpense } from '../rules/sum-expense';
import { nameOfSlice } from '../say';
import { costCustomers, newCustomersOf, withCustomersOnce, type AcquisitionCost } from './rules/cost-customers';

export interface AcquisitionQuestion {
  readonly period?: string | undefined;
  readonly filter?: Scope | undefined;
  readonly reading?: Reading | undefined;
  readonly asOf?: string | Date | undefined;
}

/** What stands above the line of the cost, and what below it. */
export type AcquisitionPart = 'expense' | 'new_customers';

export interface AcquisitionCosts extends Told {
  readonly currency: string;
  /** What a new customer is, by the hand-off contract. */
  readonly definition: string;
  readonly whole: AcquisitionCost;
  /** By source; expense and customers of all rows add up to the whole. */
  readonly rows: readonly (AcquisitionCost & { readonly slice: Slice })[];
}

export interface AcquisitionRecords extends PageOf<FigureRecord>, Told {
  readonly currency: string;
  readonly cost: AcquisitionCost;
}

interface Gathered {
  readonly asked: AskedPeriod;
  readonly knowledge: { readonly reading: Reading; readonly by: Date | null };
  readonly directory: Directory;
  readonly facts: Facts;
  readonly unknown: Note | null;
}

/** What a new customer cost both sides, as a whole and by source. */
@Injectable()
export class AcquisitionCostReader {
  constructor(
    private readonly database: Database,
    private readonly periods: AskedPeriodReader,
    private readonly directories: DirectoryReader,
    private readonly ledgers: LedgerReader,
    private readonly recorded: RecordedSinceReader,
    private readonly rows: FigureRecordsReader,
  ) {}

  async costs(question: AcquisitionQuestion = {}): Promise<AcquisitionCosts> {
    return this.database.snapshot(async () => {
      const gathered = await this.gather(question);
      const { facts, directory, unknown } = gathered;
      const rows = [...sliceFacts(facts, 'source')].map(([id, some]) => ({
        ...costCustomers(some),
        slice: { kind: 'source' as const, id, name: nameOfSlice('source', id, directory) },
      }));
      return {
        ...toldOf(gathered),
        currency: facts.currency,
        definition: facts.newCustomerVariant,
        whole: known(costCustomers(facts), unknown),
        rows: unknown ? [] : rows.sort((one, other) => (placeOf(one.slice) < placeOf(other.slice) ? -1 : 1)),
      };
    });
  }

  /** The expense lines and the customers behind the cost of a scope; they add up to its parts. */
  async records({
    limit,
    cursor,
    part,
    ...question
  }: AcquisitionQuestion & Paging & { readonly part?: AcquisitionPart | undefined }): Promise<AcquisitionRecords> {
    return this.database.snapshot(async () => {
      const gathered = await this.gather(question);
      const { facts, directory, unknown } = gathered;
      const page = pageOf(contributionsOf(facts, part), placeOfContribution(order), { limit, cursor });
      return {
        ...toldOf(gathered),
        ...page,
        items: await this.rows.named(page.items, directory),
        currency: facts.currency,
        cost: known(costCustomers(facts), unknown),
      };
    });
  }

  private async gather({ period, filter = {}, reading = 'restated', asOf }: AcquisitionQuestion): Promise<Gathered> {
    const asked = await this.periods.read(period, asOf);
    const directory = await this.directories.read();
    const [ledger, unknown] = await Promise.all([
      this.ledgers.read(asked, directory, reading),
      this.recorded.whyUnknown(asked),
    ]);
    const facts = narrowFacts(withCustomersOnce(factsOf(ledger, asked.period, [])), filter);
    return { asked, knowledge: { reading, by: asked.knownBy }, directory, facts, unknown };
  }
}

const order = ['sales_expense', 'marketing_expense', 'new_customers'];

const expensesOf = (facts: Facts): Contribution[] =>
  sumExpense(facts, ['sales', 'marketing']).lines.map((line) =>
    ofExpense(`${line.side}_expense`, line, facts.currency),
  );

const customersOf = (facts: Facts): Contribution[] =>
  newCustomersOf(facts).map((customer) => ofCustomer('new_customers', customer, customer.accountId));

const contributionsOf = (facts: Facts, part: AcquisitionPart | undefined): Contribution[] => [
  ...(part === 'new_customers' ? [] : expensesOf(facts)),
  ...(part === 'expense' ? [] : customersOf(facts)),
];

/** Before anything was recorded a cost is not 0 but unknown. */
const known = (cost: AcquisitionCost, unknown: Note | null): AcquisitionCost =>
  unknown
    ? {
        minor: null,
        exact: null,
        unavailable: unknown,
        notes: [],
        expenseMinor: null,
        salesMinor: null,
        marketingMinor: null,
        customers: null,
      }
    : cost;

/** By name, with what names no source last. */
const placeOf = ({ id, name }: Slice): string => `${id === null ? 1 : 0} ${name.en} ${id ?? ''}`;
