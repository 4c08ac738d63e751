import { keptBy, rollupTables, sliceKinds } from '@tandem/metrics';
import { mostExamples, type Check, type Question } from '../check';
import { opportunityRows } from '../rows/opportunity.rows';
import { findUneven } from '../rules/find-uneven';

type Kind = keyof typeof rollupTables;
const kinds = Object.keys(rollupTables) as Kind[];
const grains = ['day', 'month'];

interface SumRow {
  readonly sliceKind: number;
  readonly grain: string;
  readonly place: string;
  readonly rows: string;
  readonly [measure: string]: string | number;
}

/** Sums that are being taken away before all are made anew do not fit together, and nobody reads them. */
const areThere = `EXISTS (SELECT 1 FROM fact_ledger l WHERE l.state = 'ready' OR l.built_to IS NOT NULL)`;

const fitTogether =
  (kind: Kind): Question =>
  async (ask) => {
    const { name, measures } = rollupTables[kind];
    const columns = Object.values(measures);
    const rows = await ask<SumRow>(
      `SELECT slice_kind AS sliceKind, grain, CONCAT(DATE_FORMAT(day, '%Y-%m'), ' known ', DATE_FORMAT(known, '%Y-%m'), ' ', reading) AS place,
         COUNT(*) AS \`rows\`, ${columns.map((column) => `SUM(${column}) AS ${column}`).join(', ')}
       FROM ${name} WHERE ${areThere} GROUP BY slice_kind, grain, place`,
    );
    const slices = new Map<number, string>(keptBy[kind].map((slice) => [sliceKinds[slice], slice]));
    const uneven = findUneven(
      rows.map((row) => ({
        slice: slices.get(row.sliceKind) ?? `${row.sliceKind}`,
        grain: row.grain,
        place: row.place,
        sums: columns.map((column) => BigInt(row[column] ?? 0)),
      })),
      [...slices.values()],
      grains,
    );
    return {
      looked: rows.reduce((sum, row) => sum + Number(row.rows), 0),
      violations: uneven.length,
      examples: uneven.slice(0, mostExamples).map((each) => ({ sums: name, ...each })),
    };
  };

/** What waits to be folded, and what is folded, is of opportunities that are here. */
const ofSomething =
  (table: 'fact_tail' | 'folded_opportunity'): Question =>
  async (ask) => {
    const strays = `FROM ${table} t LEFT JOIN opportunity o ON o.id = t.opportunity_id WHERE o.id IS NULL`;
    const [counted] = await ask<{ looked: string; strays: string }>(
      `SELECT (SELECT COUNT(*) FROM ${table}) AS looked, (SELECT COUNT(*) ${strays}) AS strays`,
    );
    const violations = Number(counted?.strays ?? 0);
    const examples =
      violations === 0
        ? []
        : await ask<{ opportunityId: string }>(
            `SELECT t.opportunity_id AS opportunityId ${strays} LIMIT ${mostExamples}`,
          );
    return { looked: Number(counted?.looked ?? 0), violations, examples: examples.map((each) => ({ table, ...each })) };
  };

/** Once all sums are made, each opportunity is folded up to its last row, or waits to be. */
const isFolded = `(NOT (SELECT l.state FROM fact_ledger l WHERE l.id = 1) <=> 'ready'
  OR (SELECT d.seq FROM folded_opportunity d WHERE d.opportunity_id = o.id) = o.last_seq
  OR o.id IN (SELECT t.opportunity_id FROM fact_tail t))`;

/** The sums fit together, and leave nothing out. */
export const sums = {
  id: 'I25-sums',
  rules: [{ of: opportunityRows, holds: isFolded }],
  questions: [...kinds.map(fitTogether), ofSomething('fact_tail'), ofSomething('folded_opportunity')],
} as const satisfies Check;
