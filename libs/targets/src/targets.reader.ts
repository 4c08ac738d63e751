import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { money, type Currency, type Id, type Money } from '@tandem/kernel';
import {
  AskedPeriodReader,
  plainValue,
  targetValue,
  type BilingualName,
  sliceFrom,
  type GoalKey,
  type GoalSlice,
  type PlainValue,
  type Unit,
} from '@tandem/metrics';
import { targetMissing } from './targets.errors';

export interface Signature {
  readonly id: Id<'person'>;
  readonly name: BilingualName;
  readonly at: Date;
}

export interface TargetView {
  readonly id: Id<'target'>;
  readonly figureKey: GoalKey;
  readonly periodKey: string;
  /** Null for everybody. */
  readonly slice: GoalSlice | null;
  readonly value: PlainValue;
  readonly salesSigner: Signature | null;
  readonly marketingSigner: Signature | null;
  readonly version: number;
}

export interface QuotaView {
  readonly id: Id<'quota'>;
  readonly periodKey: string;
  readonly teamId: Id<'team'> | null;
  readonly personId: Id<'person'> | null;
  readonly amount: Money;
  readonly revision: number;
}

export interface TargetsView {
  readonly period: string;
  readonly targets: readonly TargetView[];
  /** The latest revision of each. */
  readonly quotas: readonly QuotaView[];
}

interface TargetRow {
  readonly id: Id<'target'>;
  readonly figureKey: GoalKey;
  readonly periodKey: string;
  readonly sliceKind: GoalSlice['kind'] | 'all';
  readonly slice: string;
  readonly value: string;
  readonly unit: Unit;
  readonly currency: Currency | null;
  readonly salesId: Id<'person'> | null;
  readonly salesName: string | null;
  readonly salesNameZh: string | null;
  readonly salesAt: Date | null;
  readonly marketingId: Id<'person'> | null;
  readonly marketingName: string | null;
  readonly marketingNameZh: string | null;
  readonly marketingAt: Date | null;
  readonly version: number;
}

type QuotaRow = Omit<QuotaView, 'amount'> & { readonly amountMinor: string; readonly currency: Currency };

const targetSql = `SELECT t.id, t.figure_key AS figureKey, t.period_key AS periodKey, t.slice_kind AS sliceKind, t.slice, t.value, t.unit, t.currency,
    s.id AS salesId, s.name AS salesName, s.name_zh AS salesNameZh, t.sales_signed_at AS salesAt,
    m.id AS marketingId, m.name AS marketingName, m.name_zh AS marketingNameZh, t.marketing_signed_at AS marketingAt, t.version
  FROM target t LEFT JOIN person s ON s.id = t.sales_signer_id LEFT JOIN person m ON m.id = t.marketing_signer_id`;

/** What was committed to, and what was shared out under it. */
@Injectable()
export class TargetsReader {
  constructor(
    private readonly database: Database,
    private readonly periods: AskedPeriodReader,
  ) {}

  /** Targets and quotas of exactly this period; without a key, of the current fiscal quarter. */
  async list(periodKey?: string): Promise<TargetsView> {
    return this.database.snapshot(async () => {
      const { period } = await this.periods.read(periodKey);
      const targets = await this.database.query<TargetRow>(
        `${targetSql} WHERE t.starts_on = ? AND t.ends_before = ? ORDER BY t.slice_kind, t.figure_key, t.slice`,
        [period.from, period.until],
      );
      return { period: period.key, targets: targets.map(viewOf), quotas: await this.quotas(period.from, period.until) };
    });
  }

  async getTarget(id: Id<'target'>): Promise<TargetView> {
    const [row] = await this.database.query<TargetRow>(`${targetSql} WHERE t.id = ?`, [bin(id)]);
    if (!row) throw targetMissing(id);
    return viewOf(row);
  }

  async getQuota(id: Id<'quota'>): Promise<QuotaView> {
    const [row] = await this.database.query<QuotaRow>(`${quotaSql} WHERE q.id = ?`, [bin(id)]);
    if (!row) throw new Error(`no such quota: ${id}`);
    return quotaViewOf(row);
  }

  private async quotas(from: string, until: string): Promise<QuotaView[]> {
    const rows = await this.database.query<QuotaRow>(
      `${quotaSql} WHERE q.starts_on = ? AND q.ends_before = ? AND NOT EXISTS (
         SELECT 1 FROM quota later WHERE later.starts_on = q.starts_on AND later.ends_before = q.ends_before
           AND later.team_id <=> q.team_id AND later.person_id <=> q.person_id AND later.revision > q.revision)
       ORDER BY q.team_id IS NULL, q.id`,
      [from, until],
    );
    return rows.map(quotaViewOf);
  }
}

const quotaSql = `SELECT q.id, q.period_key AS periodKey, q.team_id AS teamId, q.person_id AS personId, q.amount_minor AS amountMinor,
  q.currency, q.revision FROM quota q`;

const viewOf = (row: TargetRow): TargetView => ({
  id: row.id,
  figureKey: row.figureKey,
  periodKey: row.periodKey,
  slice: sliceFrom(row.sliceKind, row.slice),
  value: plainValue(targetValue(row.unit, BigInt(row.value), row.currency ?? '')),
  salesSigner: signatureOf(row.salesId, { name: row.salesName, nameZh: row.salesNameZh, at: row.salesAt }),
  marketingSigner: signatureOf(row.marketingId, {
    name: row.marketingName,
    nameZh: row.marketingNameZh,
    at: row.marketingAt,
  }),
  version: row.version,
});

const signatureOf = (
  id: Id<'person'> | null,
  { name, nameZh, at }: { readonly name: string | null; readonly nameZh: string | null; readonly at: Date | null },
): Signature | null => (id !== null && name !== null && at ? { id, name: { en: name, zhTW: nameZh }, at } : null);

const quotaViewOf = ({ amountMinor, currency, ...row }: QuotaRow): QuotaView => ({
  ...row,
  amount: money(BigInt(amountMinor), currency),
});
