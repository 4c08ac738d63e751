import { Injectable } from '@nestjs/common';
import { Database, type Parameter } from '@tandem/database';
import { CustomerFamiliesReader } from './customer-families.reader';
import { customerKey, CustomersRepository, customerTable } from './customers.repository';
import { beforeAll, FactLedgerRepository } from './fact-ledger.repository';
import { OpportunityHistoriesReader } from './opportunity-histories.reader';
import type { FoldSetting } from './fold-setting.reader';
import { rollupTables, rowsOf } from './rollup-tables';
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
import { eachCount } from './rules/packed-counts';
import { eachLater } from './rules/packed-entries';
import { spreadCells, type RollupChange } from './rules/spread-changes';
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
export type Sums = Map<string, readonly bigint[]>;

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
      const kept = await this.sums();
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

  /** Every row of the sums as it is kept, unpacked. */
  async sums(): Promise<Sums> {
    const sums: Sums = new Map();
    for (const { name, keys, measures, packed } of [...Object.values(rollupTables), customerTable]) {
      const columns = Object.values(measures);
      const rows = await this.database.query<Record<string, unknown>>(
        `SELECT ${[...keys.map((key) => (key === 'slice' ? 'HEX(slice) AS slice' : key)), ...columns, ...(packed === null ? [] : [packed])].join(', ')} FROM ${name}`,
      );
      for (const row of rows) {
        addRow(sums, [name, ...keys.map((key) => String(row[key]))].join(' '), {
          measures: columns.map((column) => BigInt(row[column] as string | number)),
          packed: packed === null ? null : { column: packed, bytes: row[packed] as Buffer },
        });
      }
    }
    return sums;
  }
}

interface KeptRow {
  readonly measures: readonly bigint[];
  readonly packed: { readonly column: string; readonly bytes: Buffer } | null;
}

/** Adds the measures of a row, and each sum that is packed in it by a place of its own. */
function addRow(sums: Sums, place: string, { measures, packed }: KeptRow): void {
  if (measures.length > 0) addTo(sums, place, measures);
  if (packed === null) return;
  if (packed.column === 'later')
    eachLater(packed.bytes, (known, { valueMinor, ...counts }) =>
      addTo(sums, `${place} known ${known}`, [...Object.values(counts).map(BigInt), valueMinor]),
    );
  else eachCount(packed.bytes, (packedPlace, count) => addTo(sums, `${place} of ${packedPlace}`, [BigInt(count)]));
}

function addTo(sums: Sums, place: string, more: readonly bigint[]): void {
  const known = sums.get(place);
  sums.set(
    place,
    more.map((measure, index) => (known?.[index] ?? 0n) + measure),
  );
}

function addCustomerChanges(sums: Sums, changes: Iterable<CustomerChange>): void {
  for (const change of changes) {
    addTo(sums, [customerTable.name, ...customerKey(change).map(textOf)].join(' '), change.counts.map(BigInt));
  }
}

function addChanges(sums: Sums, changes: Iterable<RollupChange>): void {
  for (const { kind, key, measures, packed } of rowsOf(changes)) {
    const { name, packed: column } = rollupTables[kind];
    addRow(sums, [name, ...key.map(textOf)].join(' '), {
      measures: measures.map(BigInt),
      packed: column === null || packed === null ? null : { column, bytes: packed },
    });
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
