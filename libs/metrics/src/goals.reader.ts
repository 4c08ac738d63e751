import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Period, PlainDate } from '@tandem/kernel';
import type { AskedPeriod } from './asked-period.reader';
import type { Directory } from './directory.reader';
import { knownSql } from './knowledge';
import type { FigureKey } from './kpi';
import { PastValuesReader, type PastTarget } from './past-values.reader';
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

interface TargetRow extends PastTarget, Pick<TargetLine, 'figureKey' | 'from' | 'until'> {
  readonly id: string;
}

/** Quotas and targets of a period: what figures are held against. */
@Injectable()
export class GoalsReader {
  constructor(
    private readonly database: Database,
    private readonly past: PastValuesReader,
  ) {}

  /** The shares of quota that a period carries, by the latest known revision of each. */
  async quotas(
    periods: readonly Period[],
    { currency, workingDays, knownBy }: AskedPeriod,
    directory: Directory,
  ): Promise<QuotaShare[][]> {
    const from = earliest(periods);
    const known = knownSql('q', knownBy);
    const rows = await this.database.query<QuotaRow>(
      `SELECT q.id, q.team_id AS teamId, q.person_id AS personId, q.starts_on AS \`from\`, q.ends_before AS until, q.amount_minor AS amount,
         q.revision
       FROM quota q WHERE q.starts_on >= ? AND q.currency = ? ${known.and}`,
      [from, currency, ...known.parameters],
    );
    const lines = latestRevisions(rows.map(({ amount, ...row }) => ({ ...row, amountMinor: BigInt(amount) })));
    const holders = holdersOf(directory);
    return periods.map((period) => shareQuotas(lines, { period, holders, workingDays }));
  }

  /** The target of each figure that has one for this period, as it stood when the question is asked as of. */
  async targets({
    period,
    currency,
    knownBy,
  }: AskedPeriod): Promise<(key: FigureKey, isAdditive: boolean) => FigureValue | null> {
    const rows = await this.database.query<TargetRow>(
      `SELECT id, figure_key AS figureKey, starts_on AS \`from\`, ends_before AS until, value, unit, currency
       FROM target WHERE starts_on >= ? AND ends_before <= ?`,
      [period.from, period.until],
    );
    const then = knownBy === null ? new Map<string, PastTarget | null>() : await this.past.targets(knownBy);
    const lines = rows.flatMap((row): (TargetLine & Pick<TargetRow, 'currency'>)[] => {
      const stood = then.get(row.id) ?? (then.has(row.id) ? null : row);
      return stood ? [{ ...row, ...stood, value: BigInt(stood.value) }] : [];
    });
    return (key, isAdditive) =>
      targetOf(
        lines.filter((line) => line.figureKey === key && (line.currency === null || line.currency === currency)),
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
