import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { money, type Currency, type Money } from '@tandem/kernel';
import type { BilingualName } from './figure';
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
  readonly account: string | null;
  readonly accountZh: string | null;
  readonly owner: string;
  readonly ownerZh: string | null;
}

/** Gives the opportunities of one page their names. */
@Injectable()
export class FunnelRecordsReader {
  constructor(private readonly database: Database) {}

  async named(entered: readonly EnteredRow[]): Promise<FunnelRecord[]> {
    if (entered.length === 0) return [];
    const rows = await this.database.query<Row>(
      `SELECT o.id, o.name, o.amount_minor AS amount, o.currency, a.name AS account, a.name_zh AS accountZh, p.name AS owner,
         p.name_zh AS ownerZh
       FROM opportunity o JOIN person p ON p.id = o.owner_id LEFT JOIN account a ON a.id = o.account_id WHERE o.id IN (?)`,
      [entered.map(({ opportunityId }) => bin(opportunityId))],
    );
    const known = new Map(rows.map((row) => [row.id, row]));
    return entered.flatMap((one) => {
      const row = known.get(one.opportunityId);
      if (!row) return [];
      return [
        {
          ...one,
          name: row.name,
          accountName: row.account === null ? null : { en: row.account, zhTW: row.accountZh },
          ownerName: { en: row.owner, zhTW: row.ownerZh },
          amount: row.amount === null ? null : money(BigInt(row.amount), row.currency),
        },
      ];
    });
  }
}
