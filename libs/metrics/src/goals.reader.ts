import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Period, PlainDate } from '@tandem/kernel';
import type { AskedPeriod } from './asked-period.reader';
import type { Directory } from './directory.reader';
import { knownSql } from './knowledge';
import type { QuotasInTime } from './figure-facts.reader';
import type { FlowSliceKind } from './flow/rules/slice-flow';
import { goalFigureOf, type GoalKey } from './goals/goal-figures';
import { sliceFrom, storedSlice, type GoalSlice } from './goals/rules/goal-slice';
import { PastValuesReader, type PastTarget } from './past-values.reader';
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

interface TargetRow extends PastTarget, Pick<TargetLine, 'from' | 'until'> {
  readonly id: string;
  readonly figureKey: GoalKey;
  readonly sliceKind: FlowSliceKind | 'all';
  readonly slice: string;
}

/** A figure that has a target. */
export interface Goal {
  readonly key: GoalKey;
  /** Null for everybody. */
  readonly slice: GoalSlice | null;
  readonly target: FigureValue;
}

export interface Targets {
  /** The target of a figure and slice; null without one. */
  of(key: GoalKey, isAdditive: boolean, slice?: GoalSlice | null): FigureValue | null;
  readonly goals: readonly Goal[];
}

/** Quotas and targets of a period: what figures are held against. */
@Injectable()
export class GoalsReader {
  constructor(
    private readonly database: Database,
    private readonly past: PastValuesReader,
  ) {}

  /**
   * The shares of quota that a period and those before it carry, by the latest known revision of each. Of the ones before nothing is
   * told but their value, in which the quotas of people stand where people are asked about alone.
   */
  async quotas(
    { period, previous, yearBefore, currency, workingDays, knownBy }: AskedPeriod,
    directory: Directory,
    { ofPeople }: { readonly ofPeople: boolean },
  ): Promise<QuotasInTime> {
    const periods = [period, previous, yearBefore];
    // A longer one is never cut into pieces, so none that reaches out of a period says anything about it.
    const within = periods.map(
      (_, place) =>
        `(q.starts_on >= ? AND q.starts_on < ? AND q.ends_before <= ?${place === 0 || ofPeople ? '' : ' AND q.person_id IS NULL'})`,
    );
    const known = knownSql('q', knownBy);
    const rows = await this.database.query<QuotaRow>(
      `SELECT q.id, q.team_id AS teamId, q.person_id AS personId, q.starts_on AS \`from\`, q.ends_before AS until, q.amount_minor AS amount,
         q.revision
       FROM quota q WHERE (${within.join(' OR ')}) AND q.currency = ? ${known.and}`,
      [...periods.flatMap(({ from, until }) => [from, until, until]), currency, ...known.parameters],
    );
    // Written out field by field: there is one of everybody, and spreading objects takes thrice as long.
    const lines = latestRevisions(
      rows.map(({ id, teamId, personId, from, until, amount, revision }) => {
        return { id, teamId, personId, from, until, amountMinor: BigInt(amount), revision };
      }),
    );
    const holders = holdersOf(directory);
    const sharesOf = (span: Period) => shareQuotas(lines, { period: span, holders, workingDays });
    return { present: sharesOf(period), previous: sharesOf(previous), yearBefore: sharesOf(yearBefore) };
  }

  /** The targets of a period, on whatever figure and slice, as they stood when the question is asked as of. */
  async targets({ period, currency, knownBy }: AskedPeriod): Promise<Targets> {
    const [rows, then] = await Promise.all([
      this.database.query<TargetRow>(
        `SELECT id, figure_key AS figureKey, slice_kind AS sliceKind, slice, starts_on AS \`from\`, ends_before AS until, value, unit, currency
         FROM target WHERE starts_on >= ? AND ends_before <= ?`,
        [period.from, period.until],
      ),
      knownBy === null ? new Map<string, PastTarget | null>() : this.past.targets(knownBy),
    ]);
    const lines = new Map<string, Line[]>();
    for (const row of rows) {
      const stood = then.get(row.id) ?? (then.has(row.id) ? null : row);
      if (!stood || (stood.currency !== null && stood.currency !== currency)) continue;
      const slice = sliceFrom(row.sliceKind, row.slice);
      const place = placeOf(row.figureKey, slice);
      const { from, until, figureKey: key } = row;
      const line: Line = { figureKey: key, key, slice, from, until, unit: stood.unit, value: BigInt(stood.value) };
      lines.set(place, [...(lines.get(place) ?? []), line]);
    }
    const of = (key: GoalKey, isAdditive: boolean, slice: GoalSlice | null = null) =>
      targetOf(lines.get(placeOf(key, slice)) ?? [], { period, isAdditive, currency });
    return {
      of,
      goals: [...lines.values()].flatMap(([line]): Goal[] => {
        if (!line) return [];
        const { key, slice } = line;
        const target = of(key, goalFigureOf(key).isAdditive, slice);
        return target ? [{ key, slice, target }] : [];
      }),
    };
  }
}

interface Line extends TargetLine {
  readonly key: GoalKey;
  readonly slice: GoalSlice | null;
}

const placeOf = (key: GoalKey, slice: GoalSlice | null): string => {
  const stored = storedSlice(slice);
  return `${key} ${stored.sliceKind} ${stored.slice}`;
};

function holdersOf({ teams, persons }: Directory): Map<string, QuotaHolder> {
  const officeOf = (teamId: string | null) => (teamId === null ? null : (teams.get(teamId)?.officeId ?? null));
  return new Map<string, QuotaHolder>([
    ...[...teams].map(([id, { officeId }]) => [id, { teamId: id, officeId, joinedOn: null, leftOn: null }] as const),
    ...[...persons].map(
      ([id, { teamId, joinedOn, leftOn }]) => [id, { teamId, officeId: officeOf(teamId), joinedOn, leftOn }] as const,
    ),
  ]);
}
