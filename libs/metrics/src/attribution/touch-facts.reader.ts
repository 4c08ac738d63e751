import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { OpeningsReader } from '../lines/openings.reader';
import { OriginsReader } from '../lines/origins.reader';
import { groupBy } from '../rules/group-by';
import type { TraitedLine } from '../lines/rules/fit-slice';
import { knownSql, type Knowledge } from '../knowledge';
import type { TouchedLine, TouchFact } from './rules/credit-touches';

/** A touch of an account alone counts for its opportunities for so many days: who met us at a fair years ago is no lead of today. */
export const accountTouchDays = 365;

export type Touched = TraitedLine & TouchedLine;
type Convertible = TraitedLine & { readonly reportingMinor: bigint };

interface TouchRow {
  readonly id: string;
  readonly of: string;
  readonly sourceId: string;
  readonly campaignId: string | null;
  readonly at: Date;
  readonly recordedAt: Date;
}

const day = 86_400_000;
const chunk = 1_000;

/** Puts beside each booking line what touched its opportunity up to the moment it was won. */
@Injectable()
export class TouchFactsReader {
  constructor(
    private readonly database: Database,
    private readonly openings: OpeningsReader,
    private readonly origins: OriginsReader,
  ) {}

  async touched(
    lines: readonly Convertible[],
    knowledge: Knowledge,
    survived: ReadonlyMap<string, string>,
  ): Promise<Touched[]> {
    const opportunities = [...new Set(lines.map(({ opportunityId }) => opportunityId))];
    const accounts = accountsOf(lines, survived);
    const [origins, opened, ofOpportunities, ofAccounts] = await Promise.all([
      this.origins.of(lines, knowledge),
      this.openings.of(opportunities, knowledge),
      this.touches('t.opportunity_id', opportunities, knowledge),
      this.touches('t.opportunity_id IS NULL AND t.account_id', [...accounts.keys()], knowledge),
    ]);
    const byAccount = groupBy(ofAccounts, ({ of }) => accounts.get(of) ?? of);
    const byOpportunity = groupBy(ofOpportunities, ({ of }) => of);
    return lines.map((line) => {
      const origin = origins.get(line.id);
      const moment = (origin?.bookedAt ?? line.recordedAt).getTime();
      const learned =
        knowledge.reading === 'reported' ? (origin ?? line).recordedAt.getTime() : Number.POSITIVE_INFINITY;
      const near = (byAccount.get(line.accountId ?? '') ?? []).filter(
        ({ at }) => at.getTime() >= moment - accountTouchDays * day,
      );
      const touches = [...(byOpportunity.get(line.opportunityId) ?? []), ...near]
        .filter(({ at, recordedAt }) => at.getTime() <= moment && recordedAt.getTime() <= learned)
        .map(factOf)
        .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
      return { ...line, touches, openedAt: opened.get(line.opportunityId) ?? null };
    });
  }

  /** A logged call names no source: it is work on what came, and credits nobody for its coming. */
  private async touches(whose: string, ids: readonly string[], { by }: Knowledge): Promise<TouchRow[]> {
    const known = knownSql('t', by);
    const rows: TouchRow[] = [];
    for (let from = 0; from < ids.length; from += chunk) {
      const some = ids.slice(from, from + chunk).map((id) => bin(id));
      rows.push(
        ...(await this.database.query<TouchRow>(
          `SELECT t.id, COALESCE(t.opportunity_id, t.account_id) AS \`of\`, t.source_id AS sourceId, t.campaign_id AS campaignId, t.at,
             t.recorded_at AS recordedAt
           FROM touch t WHERE ${whose} IN (?) AND t.source_id IS NOT NULL ${known.and}`,
          [some, ...known.parameters],
        )),
      );
    }
    return rows;
  }
}

const factOf = ({ id, sourceId, campaignId, at }: TouchRow): TouchFact => ({
  id,
  sourceId,
  campaignId,
  at: at.getTime(),
});

/** Every account whose touches are the lines' customers', with the one it goes on as. */
function accountsOf(lines: readonly Convertible[], survived: ReadonlyMap<string, string>): Map<string, string> {
  const wished = new Set(lines.flatMap(({ accountId }) => (accountId === null ? [] : [accountId])));
  const merged = [...survived].filter(([, survivor]) => wished.has(survivor));
  return new Map([...[...wished].map((id) => [id, id] as const), ...merged]);
}
