import { Injectable } from '@nestjs/common';
import { beginning, bin, containing, Database, selectWithin, type Parameter } from '@tandem/database';
import { actor, type Currency, type Id } from '@tandem/kernel';
import { AccountsSearchReader, type Found, type FoundAccount } from './accounts-search.reader';
import { newestRows, orNothing, patienceMs, typedWords } from './bounded-search';
import { cardNames, cardJoins } from './pipeline-columns';
import { moneyOf, namedOf, type CardView } from './pipeline-views';
import { rowOf } from './row-sql';
import { inOrder } from './rules/order-found';
import { rankOpportunity } from './rules/rank-opportunity';
import type { Outcome } from './rules/tracked-state';
import { visibleTo } from './rules/visible-to';
import { scopeCondition, type Condition } from './visible-scope';

export type FoundOpportunity = Pick<CardView, 'id' | 'name' | 'account' | 'stageId' | 'outcome' | 'amount' | 'owner'>;

export interface FoundRecords {
  readonly opportunities: readonly FoundOpportunity[];
  readonly accounts: readonly FoundAccount[];
  /** Whether everything was looked through; else what is older is found by how its name, or its customer's, begins. */
  readonly whole: boolean;
}

interface Candidate {
  readonly id: Id<'opportunity'>;
  readonly name: string;
  readonly outcome: Outcome;
  readonly accountId: Id<'account'> | null;
}

/** Entries of the key of names that are looked at for those of one's own team. */
const ofNames = 10_000;
/** Customers whose opportunities are found with them, and how many of each, the newest. */
const customers = 8;
const ofCustomer = 200;
/** Candidates of a question: more than are shown, because the best of a range are not the first of it. */
const ofRange = 60;

/** What came with an import that was taken back is not what anybody looks for. */
const counts = 'o.undone_at IS NULL';

const candidate = 'o.id, o.name, o.outcome, o.account_id AS accountId';

/**
 * Records by a few letters of their names, within the scope of whoever asks. However many there are, every question reads a bounded
 * number of rows along a key, and none may take long.
 */
@Injectable()
export class SearchReader {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsSearchReader,
  ) {}

  async find(q: string, limit: number): Promise<FoundRecords> {
    const visible = visibleTo(actor());
    const scope = scopeCondition(visible);
    const [begun, newest, { accounts, ofThem }] = await Promise.all([
      this.begun(q, scope, visible.everything ? ofRange : ofNames),
      this.newest(q, scope),
      this.byCustomer(q, limit, scope),
    ]);
    const named = new Map(ofThem.accounts.map((account) => [account.id, account]));
    const rankOf = ({ name, accountId }: Candidate) =>
      rankOpportunity(q, name, accountId === null ? null : (named.get(accountId) ?? null));
    const byCustomer = ofThem.opportunities.filter((opportunity) => rankOf(opportunity) !== null);
    const best = inOrder([...begun, ...newest.items, ...byCustomer], rankOf, limit);
    return {
      opportunities: await this.shown(best.map(({ id }) => id)),
      accounts: accounts.items,
      whole: newest.whole && accounts.whole,
    };
  }

  /** Those whose name begins so, however old; the key tells whose they are. */
  private async begun(q: string, scope: Condition, looks: number): Promise<readonly Candidate[]> {
    const found = await this.ask(
      `${candidate} FROM (SELECT o.id FROM (SELECT id, team_id, marketing_team_id FROM opportunity FORCE INDEX (opportunity_name)
         WHERE name LIKE ? ESCAPE '!' ORDER BY name LIMIT ${looks}) o WHERE ${scope.sql} LIMIT ${ofRange}) f
       JOIN opportunity o ON o.id = f.id WHERE ${counts}`,
      [beginning(q), ...scope.parameters],
    );
    return found ?? [];
  }

  /** Those that hold every word, among the newest. */
  private async newest(q: string, scope: Condition): Promise<Found<Candidate>> {
    const [first] = await this.database.query<{ readonly id: string }>(
      'SELECT id FROM opportunity ORDER BY id DESC LIMIT 1 OFFSET ?',
      [newestRows],
    );
    const words = typedWords(q).map(containing);
    const found = await this.ask(
      `${candidate} FROM opportunity o FORCE INDEX (PRIMARY)
       WHERE o.id > ? AND ${words.map(() => "o.name LIKE ? ESCAPE '!'").join(' AND ')} AND ${scope.sql} AND ${counts}
       ORDER BY o.id DESC LIMIT ${ofRange}`,
      [first ? bin(first.id) : Buffer.alloc(16), ...words, ...scope.parameters],
    );
    return { items: found ?? [], whole: first === undefined && found !== null };
  }

  /** The customers found, and the newest opportunities of those that all or one word of it finds. */
  private async byCustomer(q: string, limit: number, scope: Condition) {
    const words = typedWords(q);
    const [accounts, byWord] = await Promise.all([
      this.accounts.find(q, Math.max(limit, customers)),
      words.length > 1 ? this.accounts.findByAny(words, customers) : [],
    ]);
    const some = [...accounts.items.slice(0, customers), ...byWord];
    const opportunities = some.length === 0 ? [] : await this.ofCustomers(some, scope);
    return {
      accounts: { items: accounts.items.slice(0, limit), whole: accounts.whole },
      ofThem: { accounts: some, opportunities },
    };
  }

  private async ofCustomers(accounts: readonly FoundAccount[], scope: Condition): Promise<readonly Candidate[]> {
    const newestOfOne = `(SELECT id FROM opportunity FORCE INDEX (opportunity_account) WHERE account_id = ?
      ORDER BY id DESC LIMIT ${ofCustomer})`;
    const found = await this.ask(
      `${candidate} FROM (${accounts.map(() => newestOfOne).join(' UNION ALL ')}) f
       JOIN opportunity o ON o.id = f.id WHERE ${scope.sql} AND ${counts}`,
      [...accounts.map(({ id }) => bin(id)), ...scope.parameters],
    );
    return found ?? [];
  }

  private ask(select: string, parameters: readonly Parameter[]): Promise<readonly Candidate[] | null> {
    return orNothing(this.database.query<Candidate>(selectWithin(patienceMs, select), parameters));
  }

  /** What is shown of each, in the order given. */
  private async shown(ids: readonly Id<'opportunity'>[]): Promise<readonly FoundOpportunity[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.query<Record<string, unknown>>(
      `SELECT o.id, o.name, o.stage_id AS stageId, o.outcome, o.amount_minor AS amountMinor, o.currency, ${cardNames}
       FROM opportunity o ${cardJoins} WHERE o.id IN (?)`,
      [ids.map((id) => bin(id))],
    );
    const shown = new Map(rows.map((row) => [row['id'], foundOf(row)]));
    return ids.flatMap((id) => shown.get(id) ?? []);
  }
}

type Row = Pick<FoundOpportunity, 'id' | 'name' | 'stageId' | 'outcome'> & {
  readonly amountMinor: bigint | null;
  readonly currency: Currency;
};

function foundOf(raw: Record<string, unknown>): FoundOpportunity {
  const { amountMinor, currency, ...row } = rowOf<Row>(raw);
  const owner = namedOf<'person'>(raw, 'owner');
  if (!owner) throw new Error('every opportunity has an owner');
  return { ...row, account: namedOf(raw, 'account'), owner, amount: moneyOf(amountMinor, currency) };
}
