import { Injectable } from '@nestjs/common';
import { money, type Money, type PlainDate } from '@tandem/kernel';
import type { Directory } from '../directory.reader';
import type { BilingualName } from '../figure';
import { pageOf, type PageOf, type Paging } from '../page-contributions';
import { RecordNamesReader } from '../record-names.reader';
import { sumMinor } from './rules/sum-minor';

/** What a booking line adds to a number. */
export interface LineShare {
  readonly id: string;
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly ownerId: string | null;
  readonly date: PlainDate;
  readonly minor: bigint;
}

/** The same with the names a person knows it by. */
export interface LineRecord {
  readonly id: string;
  readonly opportunityId: string;
  readonly name: BilingualName;
  readonly accountName: BilingualName | null;
  readonly ownerName: BilingualName | null;
  readonly date: PlainDate;
  readonly value: Money;
}

/** A page of the lines behind a number; all of them together are the sum. */
export interface LineRecords extends PageOf<LineRecord> {
  readonly sum: Money;
}

/** Pages booking lines behind a number, by day, and gives them their names. */
@Injectable()
export class LineRecordsReader {
  constructor(private readonly names: RecordNamesReader) {}

  async page(
    shares: readonly LineShare[],
    { currency, directory }: { readonly currency: string; readonly directory: Directory },
    paging: Paging,
  ): Promise<LineRecords> {
    const page = pageOf(shares, ({ date, id }) => `${date} ${id}`, paging);
    const [opportunities, accounts] = await Promise.all([
      this.names.opportunities(page.items.map(({ opportunityId }) => opportunityId)),
      this.names.accounts(page.items.map(({ accountId }) => accountId)),
    ]);
    const items = page.items.map(({ id, opportunityId, accountId, ownerId, date, minor }) => ({
      id,
      opportunityId,
      name: opportunities.get(opportunityId) ?? { en: id, zhTW: null },
      accountName: accounts.get(accountId ?? '') ?? null,
      ownerName: ownerId === null ? null : directory.nameOf('person', ownerId),
      date,
      value: money(minor, currency),
    }));
    return {
      ...page,
      items,
      sum: money(
        sumMinor(shares, ({ minor }) => minor),
        currency,
      ),
    };
  }
}
