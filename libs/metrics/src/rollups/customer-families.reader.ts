import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson } from '@tandem/database';
import { AccountKinReader, tiesOf, type Kin } from '../account-kin.reader';
import type { MovedFamily } from '../rules/survivors';
import { FamilyLinesReader } from './family-lines.reader';
import type { HistoriesSetting } from './history-lines.reader';
import type { CustomerFamily } from './rules/customer-family';
import { groupBy } from '../rules/group-by';

/** Reads accounts with everybody they belong together with, and all they were booked for. */
@Injectable()
export class CustomerFamiliesReader {
  constructor(
    private readonly database: Database,
    private readonly kin: AccountKinReader,
    private readonly lines: FamilyLinesReader,
  ) {}

  /** The families that some accounts are in, each once. */
  async read(accountIds: readonly string[], setting: HistoriesSetting): Promise<CustomerFamily[]> {
    const kin = await this.kin.of(accountIds);
    if (kin.size === 0) return [];
    const among = [...kin.keys()];
    const lines = await this.lines.of(among, setting);
    const restatements = lines.length === 0 ? [] : await this.lines.restatementsOf(among, setting);
    const merges = await this.merges(kin, setting);
    const linesOf = groupBy(lines, ({ opportunityId }) => opportunityId);
    const restatementsOf = groupBy(restatements, ({ opportunityId }) => opportunityId);
    const opportunitiesOf = new Map<string | null, Set<string>>();
    for (const { accountId, opportunityId } of lines) {
      const own = opportunitiesOf.get(accountId);
      if (own) own.add(opportunityId);
      else opportunitiesOf.set(accountId, new Set([opportunityId]));
    }
    return components(kin).map((accounts): CustomerFamily => {
      const within = new Set(accounts);
      const shared = new Set(accounts.flatMap((id) => [...(opportunitiesOf.get(id) ?? [])]));
      const moved = merges.length === 0 ? merges : merges.filter(({ accountId }) => within.has(accountId));
      return {
        accountIds: within,
        lines: [...shared].flatMap((id) => linesOf.get(id) ?? []),
        restatements: restatements.length === 0 ? [] : [...shared].flatMap((id) => restatementsOf.get(id) ?? []),
        parents: new Map(
          accounts.flatMap((id) => {
            const parentId = kin.get(id)?.parentId ?? null;
            return parentId === null ? [] : [[id, parentId] as const];
          }),
        ),
        merges: moved,
        moved,
      };
    });
  }

  private async merges(kin: ReadonlyMap<string, Kin>, { dayOf }: HistoriesSetting) {
    if (![...kin.values()].some(({ mergedIntoId }) => mergedIntoId !== null)) return [];
    const rows = await this.database.query<{
      readonly id: string;
      readonly into: string;
      readonly mergedAt: Date;
      readonly before: unknown;
    }>(
      `SELECT m.account_id AS id, m.into_account_id AS \`into\`, m.merged_at AS mergedAt, a.before_state AS \`before\`
       FROM account_merge m LEFT JOIN audit_line a ON a.object_kind = 'account' AND a.object_id = m.account_id AND a.action = 'account.merged'
       WHERE m.account_id IN (?) ORDER BY m.merged_at DESC, a.id DESC`,
      [[...kin.keys()].map((id) => bin(id))],
    );
    return rows.map(({ id, into, mergedAt, before }) => ({
      accountId: id,
      intoAccountId: into,
      recordedOn: dayOf(mergedAt.getTime()),
      before: (fromJson(before) ?? {}) as MovedFamily['before'],
    }));
  }
}

/** Accounts by the family they are in. */
function components(kin: ReadonlyMap<string, Kin>): string[][] {
  const leads = new Map<string, string>();
  const leadOf = (id: string): string => {
    let lead = id;
    for (let next = leads.get(lead); next !== undefined && next !== lead; next = leads.get(lead)) lead = next;
    return lead;
  };
  for (const row of kin.values()) {
    for (const tied of tiesOf(row)) if (kin.has(tied)) leads.set(leadOf(row.id), leadOf(tied));
  }
  return [...groupBy(kin.keys(), leadOf).values()];
}
