import { Injectable } from '@nestjs/common';
import { money, type Money, type PlainDate } from '@tandem/kernel';
import type { BilingualName } from '../figure';
import type { Asked } from '../lines/period-lines.reader';
import { sumMinor } from '../lines/rules/sum-minor';
import { pageOf, type PageOf, type Paging } from '../page-contributions';
import { RecordNamesReader } from '../record-names.reader';
import type { BehindNode } from './behind-node';
import type { DueFate } from './rules/count-drivers';

/** A record behind a node, with the names a person knows it by. */
export interface VarianceRecord {
  readonly kind: BehindNode['kind'];
  readonly id: string;
  readonly opportunityId: string;
  readonly name: BilingualName;
  readonly accountName: BilingualName | null;
  readonly ownerName: BilingualName | null;
  readonly date: PlainDate | null;
  readonly fate: DueFate | null;
  readonly stageKey: string | null;
  readonly isKept: boolean | null;
  readonly value: Money | null;
}

/** What all records of a node are together. */
export interface VarianceSums {
  /** Of amounts; null where deals are counted. */
  readonly sum: Money | null;
  /** How many are above the line of a share; null where the node is none. */
  readonly kept: number | null;
}

/** Pages the records behind a node and gives them their names. */
@Injectable()
export class VarianceRecordsReader {
  constructor(private readonly names: RecordNamesReader) {}

  async page(
    behind: readonly BehindNode[],
    { asked: { asked, directory }, stageKeys }: { readonly asked: Asked; readonly stageKeys: readonly string[] },
    paging: Paging,
  ): Promise<PageOf<VarianceRecord> & VarianceSums> {
    const page = pageOf(behind, ({ date, id }) => `${date ?? ''} ${id}`, paging);
    const [opportunities, accounts] = await Promise.all([
      this.names.opportunities(page.items.map(({ opportunityId }) => opportunityId)),
      this.names.accounts(page.items.map(({ accountId }) => accountId)),
    ]);
    const items = page.items.map(({ accountId, ownerId, stage, minor, ...row }): VarianceRecord => ({
      kind: row.kind,
      id: row.id,
      opportunityId: row.opportunityId,
      name: opportunities.get(row.opportunityId) ?? { en: row.id, zhTW: null },
      accountName: accounts.get(accountId ?? '') ?? null,
      ownerName: ownerId === null ? null : directory.nameOf('person', ownerId),
      date: row.date,
      fate: row.fate,
      stageKey: stage === null ? null : (stageKeys[stage] ?? null),
      isKept: row.isKept,
      value: minor === null ? null : money(minor, asked.currency),
    }));
    const [isAmount, isShare] = [
      behind.every(({ minor }) => minor !== null),
      behind.some(({ isKept }) => isKept !== null),
    ];
    return {
      ...page,
      items,
      sum: isAmount
        ? money(
            sumMinor(behind, ({ minor }) => minor ?? 0n),
            asked.currency,
          )
        : null,
      kept: isShare ? behind.filter(({ isKept }) => isKept).length : null,
    };
  }
}
