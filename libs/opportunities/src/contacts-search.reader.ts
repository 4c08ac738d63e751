import { Injectable } from '@nestjs/common';
import { beginning, bin, containing, Database, selectWithin, type Parameter } from '@tandem/database';
import { bestRank, rankName, type Id } from '@tandem/kernel';
import { AccountsSearchReader, type Found } from './accounts-search.reader';
import { newestRows, orNothing, patienceMs, typedWords } from './bounded-search';
import { namedOf, type Named } from './pipeline-views';
import { inOrder } from './rules/order-found';

/** Somebody at a customer's. */
export interface FoundContact {
  readonly id: Id<'contact'>;
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly account: Named<'account'>;
}

type Row = Omit<FoundContact, 'account'>;

const columns = `c.id, c.name, c.title, c.email, c.phone, a.id AS accountId, a.name AS accountName, a.name_zh AS accountNameZh`;
/** More than are shown, because the best of a range are not the first of it. */
const ofRange = 60;
/** Customers whose people are found with them. */
const customers = 8;

/** People at customers, by a few letters of their name or their company's; both sides share them, so everybody finds each. */
@Injectable()
export class ContactsSearchReader {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsSearchReader,
  ) {}

  async find(q: string, limit: number): Promise<Found<FoundContact>> {
    const [begun, newest, ofCustomers] = await Promise.all([this.begun(q), this.newest(q), this.ofCustomers(q)]);
    const found = [...begun, ...newest.items, ...ofCustomers.items];
    return { items: inOrder(found, rankOf(q), limit), whole: newest.whole && ofCustomers.whole };
  }

  /** Those whose name begins so, however old. */
  private async begun(q: string): Promise<readonly FoundContact[]> {
    const range = `SELECT id FROM contact FORCE INDEX (contact_name) WHERE name LIKE ? ESCAPE '!' ORDER BY name LIMIT ${ofRange}`;
    return (await this.ask(`(${range}) f JOIN contact c ON c.id = f.id`, [beginning(q)])) ?? [];
  }

  /** Those that hold every word, among the newest. */
  private async newest(q: string): Promise<Found<FoundContact>> {
    const [first] = await this.database.query<{ readonly id: string }>(
      'SELECT id FROM contact ORDER BY id DESC LIMIT 1 OFFSET ?',
      [newestRows],
    );
    const words = typedWords(q).map(containing);
    const range = `SELECT id FROM contact FORCE INDEX (PRIMARY) WHERE id > ?
      AND ${words.map(() => "name LIKE ? ESCAPE '!'").join(' AND ')} ORDER BY id DESC LIMIT ${ofRange}`;
    const items = await this.ask(`(${range}) f JOIN contact c ON c.id = f.id`, [
      first ? bin(first.id) : Buffer.alloc(16),
      ...words,
    ]);
    return { items: items ?? [], whole: first === undefined && items !== null };
  }

  /** Those of the customers that the letters find. */
  private async ofCustomers(q: string): Promise<Found<FoundContact>> {
    const { items: accounts, whole } = await this.accounts.find(q, customers);
    if (accounts.length === 0) return { items: [], whole };
    const range = `SELECT id FROM contact WHERE account_id IN (?) LIMIT ${ofRange}`;
    const items = await this.ask(`(${range}) f JOIN contact c ON c.id = f.id`, [accounts.map(({ id }) => bin(id))]);
    return { items: items ?? [], whole: whole && items !== null };
  }

  private async ask(from: string, parameters: readonly Parameter[]): Promise<readonly FoundContact[] | null> {
    const rows = this.database.query<Row & Record<string, unknown>>(
      selectWithin(patienceMs, `${columns} FROM ${from} JOIN account a ON a.id = c.account_id`),
      parameters,
    );
    return (await orNothing(rows))?.map(foundOf) ?? null;
  }
}

function foundOf(row: Row & Record<string, unknown>): FoundContact {
  const account = namedOf<'account'>(row, 'account');
  if (!account) throw new Error('every contact has an account');
  const { id, name, title, email, phone } = row;
  return { id, name, title, email, phone, account };
}

/** What holds of the company holds of whoever works there, but a name is the better answer. */
const rankOf =
  (q: string) =>
  ({ name, account }: FoundContact) =>
    rankName(q, name) ??
    (bestRank([rankName(q, account.name), rankName(q, account.nameZh ?? '')]) === null ? null : 'inside');
