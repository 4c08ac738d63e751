import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { newId, quarterOf, type PlainDate } from '@tandem/kernel';
import type { Cast } from './cast.repository';
import { countNewCustomers, goneOf, signing, spanOf } from './goal-times';
import type { DemoMarket } from './market.repository';
import { company, type TeamKey } from './outline/company';
import { dayAt, dayOf, instantOn, plainOf } from './rules/calendar';
import { drawFrom } from './rules/draw';
import { planExpenses } from './rules/plan-expenses';
import { planQuotas, type BookedShare } from './rules/plan-goals';
import type { Booked } from './booked';
import { TableWriter } from './table-writer.repository';

export interface Span {
  readonly seed: number;
  readonly months: readonly string[];
  readonly quarters: readonly string[];
  readonly now: Date;
}

/** Writes quotas, targets and expenses of the demo. */
@Injectable()
export class GoalsRepository {
  constructor(
    private readonly database: Database,
    private readonly writer: TableWriter,
  ) {}

  async booked(): Promise<Booked[]> {
    const rows = await this.database.query<{
      day: PlainDate;
      team: string;
      person: string;
      amount: string;
      account: string | null;
      reversesId: string | null;
      kind: string;
    }>(
      `SELECT booking_date AS day, team_id AS team, owner_id AS person, reporting_amount_minor AS amount, account_id AS account,
         reverses_id AS reversesId, booking_type AS kind FROM booking WHERE reporting_amount_minor IS NOT NULL ORDER BY booking_date`,
    );
    return rows.map(({ amount, reversesId, kind, ...row }) => ({
      ...row,
      amount: Number(amount),
      closes: reversesId === null && kind !== 'renewal',
    }));
  }

  /** The quota of all teams together by quarter, which is the number both heads sign. */
  async addGoals(
    cast: Cast,
    booked: readonly Booked[],
    { seed, quarters, now }: Span,
  ): Promise<ReadonlyMap<string, number>> {
    const teams = new Map(
      (['taiwan_sales', 'overseas_sales'] as const).map((team) => [
        String(cast.teams.get(team)),
        [...cast.people.values()].filter((one) => one.team === team && one.role === 'rep').map(({ id }) => String(id)),
      ]),
    );
    const shares: BookedShare[] = booked.map(({ day, team, person, amount }) => ({
      quarter: quarterOf(day, company),
      team,
      person,
      amount,
    }));
    const quotas = planQuotas(
      drawFrom(seed, 'quotas'),
      shares,
      { quarters, gone: goneOf(quarters.at(-1), now) },
      teams,
    );
    await this.writer.add(
      'quota',
      'id period_key starts_on ends_before team_id person_id amount_minor currency revision recorded_at recorded_by_id',
      quotas.map(({ quarter, team, person, amount }) => {
        const { from, until } = spanOf(quarter);
        return [
          bin(newId()),
          quarter,
          from,
          until,
          bin(team),
          bin(person),
          amount,
          company.reportingCurrency,
          1,
          signing(from, 0),
          officer(cast),
        ];
      }),
    );
    const numbers = new Map(
      quarters.map((quarter) => [
        quarter,
        quotas
          .filter((quota) => quota.quarter === quarter && quota.team !== null)
          .reduce((sum, { amount }) => sum + amount, 0),
      ]),
    );
    await this.addTargets(cast, numbers, booked);
    return numbers;
  }

  async addExpenses(
    cast: Cast,
    market: DemoMarket,
    booked: readonly Booked[],
    { seed, months, now }: Span,
  ): Promise<void> {
    const usualMonth = booked.reduce((sum, { amount }) => sum + amount, 0) / Math.max(1, months.length - 1);
    const lines = planExpenses(drawFrom(seed, 'expenses'), months, plainOf(dayAt(now)), usualMonth);
    await this.writer.add(
      'expense_line',
      `id expense_date side category amount_minor currency reporting_amount_minor reporting_currency rate rate_date team_id source_id recorded_at`,
      lines.map(({ on, side, category, amount, team, source }) => [
        bin(newId()),
        on,
        side,
        category,
        amount,
        company.reportingCurrency,
        amount,
        company.reportingCurrency,
        '1',
        on,
        bin(cast.teams.get(team as TeamKey) ?? null),
        bin(source === null ? null : (market.sourceIds.get(source) ?? null)),
        instantOn(dayOf(on), 600),
      ]),
    );
  }

  private async addTargets(cast: Cast, numbers: ReadonlyMap<string, number>, booked: readonly Booked[]): Promise<void> {
    const [sales, marketing] = [cast.people.get('manager'), cast.people.get('irene.kuo')];
    if (!sales || !marketing) throw new Error('both sides have a head');
    const customersIn = countNewCustomers(booked);
    const quarters = [...numbers.keys()];
    const usual = (count: (quarter: string) => number): number =>
      quarters.slice(0, -1).reduce((sum, quarter) => sum + count(quarter), 0) / Math.max(1, quarters.length - 1);
    const closingsIn = (quarter: string) =>
      booked.filter(({ day, closes }) => closes && quarterOf(day, company) === quarter).length;
    const rows = quarters.flatMap((quarter) => {
      const { from, until } = spanOf(quarter);
      const targets = [
        ['net_revenue', numbers.get(quarter) ?? 0, 'money'],
        ['new_customers', Math.round(usual((known) => customersIn.get(known) ?? 0) * 1.1), 'count'],
        ['closings', Math.round(usual(closingsIn) * 1.1), 'count'],
        ['win_rate', 3000, 'ratio'],
        ['sales_expense_ratio', 1700, 'ratio'],
      ] as const;
      return targets.map(([figure, value, unit]) => [
        bin(newId()),
        figure,
        quarter,
        from,
        until,
        value,
        unit,
        unit === 'money' ? company.reportingCurrency : null,
        bin(sales.id),
        signing(from, 1),
        bin(marketing.id),
        signing(from, 2),
        3,
      ]);
    });
    await this.writer.add(
      'target',
      `id figure_key period_key starts_on ends_before value unit currency sales_signer_id sales_signed_at marketing_signer_id
       marketing_signed_at version`,
      rows,
    );
  }
}

const officer = (cast: Cast): Buffer | null => bin(cast.people.get('officer')?.id ?? null);
