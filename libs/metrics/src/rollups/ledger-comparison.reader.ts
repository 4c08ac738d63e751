import { Injectable } from '@nestjs/common';
import { Database, type Parameter } from '@tandem/database';
import { CustomerFamiliesReader } from './customer-families.reader';
import { customerKey, CustomersRepository, customerTable } from './customers.repository';
import { beforeAll, FactLedgerRepository } from './fact-ledger.repository';
import { OpportunityHistoriesReader } from './opportunity-histories.reader';
import type { FoldSetting } from './fold-setting.reader';
import { rollupTables } from './rollup-tables';
import type { Cell } from './rules/cell';
import { customerAppearances } from './rules/customer-appearances';
import { customerCells } from './rules/customer-cells';
import {
  addCustomers,
  customerChanges,
  newCustomerSums,
  type CustomerChange,
  type CustomerSums,
} from './rules/customer-sums';
import { opportunityCells } from './rules/opportunity-cells';
import { spreadCells, type RollupChange } from './rules/spread-cells';
import { UnfoldedReader } from './unfolded.reader';

const chunk = 1_000;

/** A row of the sums that is not what the records say. */
export interface LedgerDifference {
  readonly table: string;
  /** The row by the text of its key. */
  readonly place: string;
  readonly kept: string;
  readonly recorded: string;
}

/** Sums by place, as text. */
type Sums = Map<string, bigint[]>;

/**
 * Compares all sums, with the tail, to what all records say, in one snapshot. It holds both in memory: for installations whose
 * records are few enough, and for tests.
 */
@Injectable()
export class LedgerComparisonReader {
  constructor(
    private readonly database: Database,
    private readonly ledger: FactLedgerRepository,
    private readonly unfolded: UnfoldedReader,
    private readonly histories: OpportunityHistoriesReader,
    private readonly customers: CustomersRepository,
    private readonly families: CustomerFamiliesReader,
  ) {}

  /** Null while the sums cannot be read. */
  async differences(): Promise<LedgerDifference[] | null> {
    return this.database.snapshot(async () => {
      const unfolded = await this.unfolded.read();
      if (!unfolded) return null;
      const kept = await this.kept();
      addChanges(kept, spreadCells(unfolded.cells));
      addCustomerChanges(kept, unfolded.customers);
      const recorded: Sums = new Map();
      for (let last: string | null = beforeAll; last !== null;) {
        const ids: string[] = await this.ledger.after(last, chunk);
        const histories = await this.histories.read(ids, unfolded.setting);
        addChanges(recorded, spreadCells(histories.flatMap((history) => opportunityCells(history, unfolded.setting))));
        last = ids.length < chunk ? null : (ids.at(-1) ?? null);
      }
      addCustomerChanges(recorded, customerChanges(await this.recordedCustomers(unfolded.setting)));
      return differencesOf(kept, recorded);
    });
  }

  private async recordedCustomers(setting: FoldSetting): Promise<CustomerSums> {
    const sums = newCustomerSums();
    for (let last: string | null = beforeAll; last !== null;) {
      const ids: string[] = await this.customers.bookedAfter(last, chunk);
      for (const family of await this.families.read(ids, setting)) {
        // A family comes again with each of its accounts that was booked for; it counts with the first.
        const booked = family.lines.flatMap(({ accountId }) =>
          accountId !== null && family.accountIds.has(accountId) ? [accountId] : [],
        );
        if (!booked.every((id) => last !== null && id > last)) continue;
        for (const appearances of customerAppearances(family, setting.winBackMonths).values())
          addCustomers(sums, customerCells(appearances, setting.periodsOf));
      }
      last = ids.length < chunk ? null : (ids.at(-1) ?? null);
    }
    return sums;
  }

  private async kept(): Promise<Sums> {
    const sums: Sums = new Map();
    for (const { name, keys, measures } of [...Object.values(rollupTables), customerTable]) {
      const columns = Object.values(measures);
      const rows = await this.database.query<Record<string, unknown>>(
        `SELECT ${keys.map((key) => (key === 'slice' ? 'HEX(slice) AS slice' : key)).join(', ')}, ${columns.join(', ')} FROM ${name}`,
      );
      for (const row of rows) {
        sums.set(
          [name, ...keys.map((key) => String(row[key]))].join(' '),
          columns.map((column) => BigInt(row[column] as string | number)),
        );
      }
    }
    return sums;
  }
}

function addCustomerChanges(sums: Sums, changes: Iterable<CustomerChange>): void {
  for (const change of changes) {
    const { counts } = change;
    const place = [customerTable.name, ...customerKey(change).map(textOf)].join(' ');
    const known = sums.get(place);
    sums.set(
      place,
      counts.map((count, index) => (known?.[index] ?? 0n) + BigInt(count)),
    );
  }
}

function addChanges(sums: Sums, changes: readonly RollupChange[]): void {
  for (const change of changes) {
    const { name, keyOf, measures } = rollupTables[change.kind satisfies Cell['kind']];
    const place = [name, ...keyOf(change).map(textOf)].join(' ');
    const known = sums.get(place);
    sums.set(
      place,
      Object.keys(measures).map((measure, index) => (known?.[index] ?? 0n) + BigInt(change.measures[measure] ?? 0)),
    );
  }
}

function differencesOf(kept: Sums, recorded: Sums): LedgerDifference[] {
  return [...new Set([...kept.keys(), ...recorded.keys()])].flatMap((place) => {
    const [one, other] = [told(kept.get(place)), told(recorded.get(place))];
    const [table = ''] = place.split(' ', 1);
    return one === other ? [] : [{ table, place, kept: one, recorded: other }];
  });
}

const textOf = (part: Parameter): string => (Buffer.isBuffer(part) ? part.toString('hex').toUpperCase() : String(part));

/** A row of zeros is as good as none. */
const told = (measures: readonly bigint[] | undefined): string =>
  measures?.some((measure) => measure !== 0n) ? measures.join(' ') : 'nothing';
