import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency, Period, PlainDate } from '@tandem/kernel';
import type { AskedPeriod } from './asked-period.reader';
import type { Directory } from './directory.reader';
import type { FigureKey } from './kpi';
import type { QuotaShare } from './rules/facts';
import type { FigureValue } from './rules/figure-value';
import { latestRevisions, shareQuotas, type QuotaHolder } from './rules/share-quotas';
import { targetOf, type TargetLine } from './rules/sum-targets';

interface QuotaRow {
  readonly id: string;
  readonly teamId: string | null;
  readonly personId: string | null;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly amount: string;
  readonly revision: number;
}

/** Quotas and targets of a period: what figures are held against. */
@Injectable()
export class GoalsReader {
  constructor(private readonly database: Database) {}

  /** The shares of quota that a period carries, by the latest revision of each. */
  async quotas(
    periods: readonly Period[],
    { currency, workingDays }: AskedPeriod,
    directory: Directory,
  ): Promise<QuotaShare[][]> {
    const from = earliest(periods);
    const rows = await this.database.query<QuotaRow>(
      `SELECT id, team_id AS teamId, person_id AS personId, starts_on AS \`from\`, ends_before AS until, amount_minor AS amount, revision
       FROM quota WHERE starts_on >= ? AND currency = ?`,
      [from, currency],
    );
    const lines = latestRevisions(rows.map(({ amount, ...row }) => ({ ...row, amountMinor: BigInt(amount) })));
    const holders = holdersOf(directory);
    return periods.map((period) => shareQuotas(lines, { period, holders, workingDays }));
  }

  /** The target of each figure that has one for this period. */
  async targets(
    period: Period,
    currency: Currency,
  ): Promise<(key: FigureKey, isAdditive: boolean) => FigureValue | null> {
    const rows = await this.database.query<Omit<TargetLine, 'value'> & { readonly value: string }>(
      `SELECT figure_key AS figureKey, starts_on AS \`from\`, ends_before AS until, value, unit
       FROM target WHERE starts_on >= ? AND ends_before <= ? AND (currency IS NULL OR currency = ?)`,
      [period.from, period.until, currency],
    );
    const lines = rows.map((row) => ({ ...row, value: BigInt(row.value) }));
    return (key, isAdditive) =>
      targetOf(
        lines.filter(({ figureKey }) => figureKey === key),
        { period, isAdditive, currency },
      );
  }
}

function holdersOf({ teams, persons }: Directory): Map<string, QuotaHolder> {
  const officeOf = (teamId: string | null) => (teamId === null ? null : (teams.get(teamId)?.officeId ?? null));
  return new Map<string, QuotaHolder>([
    ...[...teams].map(([id, { officeId }]) => [id, { teamId: id, officeId, joinedOn: null, leftOn: null }] as const),
    ...[...persons].map(
      ([id, { teamId, joinedOn, leftOn }]) => [id, { teamId, officeId: officeOf(teamId), joinedOn, leftOn }] as const,
    ),
  ]);
}

const earliest = (periods: readonly Period[]): string =>
  periods.map(({ from }) => from).reduce((one, other) => (one < other ? one : other), '9999-12-31');
