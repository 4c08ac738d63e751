import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { money, type Currency, type Money } from '@tandem/kernel';
import { AccountMergesReader } from './account-merges.reader';
import type { BilingualName } from './figure';
import { lastKnown, type Knowledge } from './knowledge';
import { PastValuesReader } from './past-values.reader';
import { RecordNamesReader } from './record-names.reader';
import type { Fate } from './rules/convert-cohort';

/** An opportunity that entered a row, and what became of it towards the next. */
export interface EnteredRow {
  readonly opportunityId: string;
  readonly enteredAt: Date;
  readonly isImplied: boolean;
  /** Null behind the last row. */
  readonly fate: Fate | null;
  readonly convertedAt: Date | null;
}

/** The same with what a person knows it by. */
export interface FunnelRecord extends EnteredRow {
  readonly name: string;
  readonly accountName: BilingualName | null;
  readonly ownerName: BilingualName;
  readonly amount: Money | null;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly amount: string | null;
  readonly currency: Currency;
  readonly accountId: string | null;
  readonly owner: string;
  readonly ownerZh: string | null;
}

/** Gives the opportunities of one page their names, which are those of today, and what they were worth and whose they were then. */
@Injectable()
export class FunnelRecordsReader {
  constructor(
    private readonly database: Database,
    private readonly past: PastValuesReader,
    private readonly merges: AccountMergesReader,
    private readonly names: RecordNamesReader,
  ) {}

  async named(entered: readonly EnteredRow[], knowledge: Knowledge): Promise<FunnelRecord[]> {
    if (entered.length === 0) return [];
    const ids = entered.map(({ opportunityId }) => bin(opportunityId));
    const rows = await this.rows(ids, knowledge.by);
    const accounts = await this.accounts(rows, ids, knowledge);
    const known = new Map(rows.map((row) => [row.id, row]));
    return entered.flatMap((one) => {
      const row = known.get(one.opportunityId);
      if (!row) return [];
      return [
        {
          ...one,
          name: row.name,
          accountName: accounts.get(row.id) ?? null,
          ownerName: { en: row.owner, zhTW: row.ownerZh },
          amount: row.amount === null ? null : money(BigInt(row.amount), row.currency),
        },
      ];
    });
  }

  private rows(ids: readonly Buffer[], by: Date | null): Promise<Row[]> {
    const stood = by === null ? 'o.amount_minor AS amount, o.currency' : 'm.amount_to_minor AS amount, m.currency';
    const last = by === null ? '' : `JOIN opportunity_move m ON m.opportunity_id = o.id AND ${lastKnown('m')}`;
    return this.database.query<Row>(
      `SELECT o.id, o.name, ${stood}, o.account_id AS accountId, p.name AS owner, p.name_zh AS ownerZh
       FROM opportunity o ${last} JOIN person p ON p.id = ${by === null ? 'o.owner_id' : 'm.owner_to_id'} WHERE o.id IN (?)`,
      by === null ? [ids] : [by, by, ids],
    );
  }

  /** By opportunity; merged accounts go by the name of the one they go on as. */
  private async accounts(
    rows: readonly Row[],
    ids: readonly Buffer[],
    knowledge: Knowledge,
  ): Promise<Map<string, BilingualName>> {
    const selected = { sql: 'SELECT id AS opportunity_id FROM opportunity WHERE id IN (?)', parameters: [ids] };
    const then = knowledge.by === null ? null : await this.past.belongings(selected, knowledge.by);
    const survived = await this.merges.survivors(knowledge);
    const accountOf = (row: Row): string | null => {
      const { accountId } = { ...row, ...then?.get(row.id) };
      return accountId === null ? null : (survived.get(accountId) ?? accountId);
    };
    const names = await this.names.accounts(rows.map(accountOf));
    return new Map(
      rows.flatMap((row) => {
        const name = names.get(accountOf(row) ?? '');
        return name ? [[row.id, name] as const] : [];
      }),
    );
  }
}
