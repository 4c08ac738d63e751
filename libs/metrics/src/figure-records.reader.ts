import { Injectable } from '@nestjs/common';
import type { Directory } from './directory.reader';
import type { BilingualName } from './figure';
import type { Contribution } from './kpi';
import { RecordNamesReader } from './record-names.reader';
import { nameOfExpense } from './say';

/** A row behind a figure, with the names a person knows it by. */
export interface FigureRecord extends Contribution {
  readonly name: BilingualName;
  readonly accountName: BilingualName | null;
  readonly ownerName: BilingualName | null;
}

/** Gives the rows of one page their names. */
@Injectable()
export class FigureRecordsReader {
  constructor(private readonly names: RecordNamesReader) {}

  async named(rows: readonly Contribution[], directory: Directory): Promise<FigureRecord[]> {
    const [opportunities, accounts] = await Promise.all([
      this.names.opportunities(rows.map(({ opportunityId }) => opportunityId)),
      this.names.accounts(rows.map(({ accountId }) => accountId)),
    ]);
    return rows.map((row) => {
      const accountName = (row.accountId !== null && accounts.get(row.accountId)) || null;
      const ownerName = row.ownerId === null ? null : directory.nameOf('person', row.ownerId);
      const teamName = row.teamId === null ? null : directory.nameOf('team', row.teamId);
      const opportunityName = (row.opportunityId !== null && opportunities.get(row.opportunityId)) || null;
      const own: Readonly<Record<Contribution['kind'], BilingualName | null>> = {
        booking: opportunityName,
        opportunity: opportunityName,
        customer: accountName,
        expense: nameOfExpense(row.category ?? '', row.note),
        quota: teamName ?? ownerName,
      };
      return { ...row, name: own[row.kind] ?? { en: row.id, zhTW: null }, accountName, ownerName };
    });
  }
}
