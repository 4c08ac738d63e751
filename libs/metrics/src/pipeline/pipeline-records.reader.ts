import { Injectable } from '@nestjs/common';
import { bin } from '@tandem/database';
import { money, type Money } from '@tandem/kernel';
import { DirectoryReader } from '../directory.reader';
import type { BilingualName } from '../figure';
import type { Knowledge } from '../knowledge';
import { RecordNamesReader } from '../record-names.reader';
import { DealBelongingsReader } from './deal-belongings.reader';
import type { DealState } from './rules/read-timeline';

/** An opportunity behind a figure about pipeline: whose it was then, and what it was worth in its own currency. */
export interface PipelineRecord {
  readonly opportunityId: string;
  readonly name: BilingualName;
  readonly accountName: BilingualName | null;
  readonly ownerName: BilingualName | null;
  readonly amount: Money | null;
  readonly closeDate: string | null;
}

interface Shown {
  readonly opportunityId: string;
  readonly state: DealState;
}

/** Gives the opportunities of one page their names, which are those of today. */
@Injectable()
export class PipelineRecordsReader {
  constructor(
    private readonly names: RecordNamesReader,
    private readonly directories: DirectoryReader,
    private readonly belongings: DealBelongingsReader,
  ) {}

  async named<Row extends Shown>(rows: readonly Row[], knowledge: Knowledge): Promise<(Row & PipelineRecord)[]> {
    if (rows.length === 0) return [];
    const ids = [...new Set(rows.map(({ opportunityId }) => opportunityId))];
    const selected = {
      sql: 'SELECT id AS opportunity_id FROM opportunity WHERE id IN (?)',
      parameters: [ids.map((id) => bin(id))],
    };
    const belongings = await this.belongings.of(selected, knowledge);
    const names = await this.names.opportunities(ids);
    const accounts = await this.names.accounts([...belongings.values()].map(({ accountId }) => accountId));
    const directory = await this.directories.read();
    return rows.map((row) => {
      const { amountMinor, currency, closeDate, ownerId } = row.state;
      return {
        ...row,
        name: names.get(row.opportunityId) ?? { en: row.opportunityId, zhTW: null },
        accountName: accounts.get(belongings.get(row.opportunityId)?.accountId ?? '') ?? null,
        ownerName: directory.nameOf('person', ownerId),
        amount: amountMinor === null ? null : money(amountMinor, currency),
        closeDate,
      };
    });
  }
}
