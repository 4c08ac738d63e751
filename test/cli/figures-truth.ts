import { documentOf } from './run-cli';
import type { TestDatabase } from './test-database';

/** What the figures must say of a quarter; money in minor units. */
export interface Truth {
  readonly quarter: string;
  readonly closings: number;
  readonly net_revenue: number;
  readonly winning_customers: number;
  readonly new_customers: number;
  readonly lost: number;
}

interface PlainFigure {
  readonly key: string;
  readonly value: { readonly count?: number; readonly money?: { readonly amountMinor: string } } | null;
}
interface Kpis {
  readonly figures: readonly PlainFigure[];
  readonly slices: readonly {
    readonly slice: { readonly name: { readonly en: string } };
    readonly figures: readonly PlainFigure[];
  }[];
}

/** The figures of a quarter, as the command line tells them. */
export async function toldFigures(quarter: string): Promise<Truth> {
  const { figures } = await documentOf<Kpis>('kpis', '--period', quarter);
  const told = (key: string) => valueOf(figures, key);
  return {
    quarter,
    closings: told('closings'),
    net_revenue: told('net_revenue'),
    winning_customers: told('winning_customers'),
    new_customers: told('new_customers'),
    lost: told('lost'),
  };
}

/** Net revenue of a year by regional office, in minor units. */
export async function toldOffices(year: string): Promise<Record<string, number>> {
  const { slices } = await documentOf<Kpis>('kpis', '--period', year, '--by', 'office');
  return Object.fromEntries(slices.map(({ slice, figures }) => [slice.name.en, valueOf(figures, 'net_revenue')]));
}

/** The same straight from the rows, so that the figures are not their own witness. */
export async function rowsOfQuarters(
  database: TestDatabase,
): Promise<{ quarter: string; closings: number; net_revenue: number; winning_customers: number }[]> {
  const rows = await database.rows<{ quarter: string; closings: number; revenue: number; customers: number }>(
    `SELECT CONCAT(YEAR(booking_date), '-Q', QUARTER(booking_date)) AS quarter, COUNT(*) AS closings, SUM(amount_minor) AS revenue,
       COUNT(DISTINCT account_id) AS customers FROM booking GROUP BY quarter ORDER BY quarter`,
  );
  return rows.map(({ quarter, closings, revenue, customers }) => ({
    quarter,
    closings,
    net_revenue: Number(revenue),
    winning_customers: customers,
  }));
}

const valueOf = (figures: readonly PlainFigure[], key: string): number => {
  const value = figures.find((figure) => figure.key === key)?.value;
  return value?.count ?? Number(value?.money?.amountMinor ?? Number.NaN);
};
