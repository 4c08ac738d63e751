import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@tandem/kernel';
import type { BilingualName } from '../figure';
import { pageOf, type PageOf, type Paging } from '../page-contributions';
import { RecordNamesReader } from '../record-names.reader';
import type { FlowTold } from './flow-question';
import { toldOf, type FlowSetting } from './flow-setting.reader';

/** A row behind a figure: the part it belongs to, and what it adds to it. What says nothing of a row is null. */
export interface FlowRow {
  readonly id: string;
  readonly of: string;
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly ownerId: string | null;
  readonly at: number | null;
  readonly date: PlainDate | null;
  readonly count: number;
  /** In minor units of the reporting currency. */
  readonly valueMinor: bigint | null;
  readonly milliseconds: number | null;
  readonly days: number | null;
  readonly minutes: number | null;
  /** Where a move came from and led to: the key of a stage, `created`, `lost` or `cancelled`. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface FlowRecord extends FlowRow {
  readonly name: BilingualName;
  readonly accountName: BilingualName | null;
  readonly ownerName: BilingualName | null;
}

export interface FlowRecords extends PageOf<FlowRecord>, FlowTold {}

/** A row that says nothing but which opportunity it is. */
export const rowOf = (
  row: Partial<FlowRow> & Pick<FlowRow, 'of' | 'opportunityId' | 'accountId' | 'ownerId'>,
): FlowRow => ({
  id: row.opportunityId,
  at: null,
  date: null,
  count: 1,
  valueMinor: null,
  milliseconds: null,
  days: null,
  minutes: null,
  from: null,
  to: null,
  ...row,
});

/** Cuts a page out of the rows behind a figure, by time, and gives them the names a person knows them by. */
@Injectable()
export class FlowRecordsReader {
  constructor(private readonly names: RecordNamesReader) {}

  async page(setting: FlowSetting, rows: readonly FlowRow[], paging: Paging): Promise<FlowRecords> {
    const page = pageOf(setting.unknown ? [] : rows, placeOfRow, paging);
    const opportunities = await this.names.opportunities(page.items.map(({ opportunityId }) => opportunityId));
    const accounts = await this.names.accounts(page.items.map(({ accountId }) => accountId));
    const items = page.items.map((row) => ({
      ...row,
      name: opportunities.get(row.opportunityId) ?? { en: row.opportunityId, zhTW: null },
      accountName: accounts.get(row.accountId ?? '') ?? null,
      ownerName: row.ownerId === null ? null : setting.directory.nameOf('person', row.ownerId),
    }));
    return { ...toldOf(setting), ...page, items };
  }
}

const placeOfRow = ({ at, date, of, id, count }: FlowRow): string =>
  [at === null ? (date ?? '') : new Date(at).toISOString(), id, of, count].join(' ');
