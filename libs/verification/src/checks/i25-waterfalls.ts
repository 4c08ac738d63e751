import { rollupTables, sliceKinds } from '@tandem/metrics';
import { mostExamples, type Question } from '../check';
import { findUneven, type SliceSum } from '../rules/find-uneven';

/** Sums that are being taken away before all are made anew do not fit together, and nobody reads them. */
export const areThere = `EXISTS (SELECT 1 FROM fact_ledger l WHERE l.state = 'ready' OR l.built_to IS NOT NULL)`;

const { name, measures } = rollupTables.waterfall;
const columns = Object.values(measures);
const changes = columns.filter((column) => column.endsWith('_minor') && column !== 'end_minor');

interface SumRow {
  readonly sliceKind: number;
  readonly grain: string;
  readonly place: string;
  readonly rows: string;
  readonly [measure: string]: string | number;
}

/** Waterfalls of all sources come to the whole. Those of teams do not: what one hands on to another is a line of both, and none of the whole. */
export const waterfallsFitTogether: Question = async (ask) => {
  const rows = await ask<SumRow>(
    `SELECT r.slice_kind AS sliceKind, r.grain, CONCAT(r.grain, ' of ', r.day, ', known ', r.known, ', ', r.reading) AS place,
       COUNT(*) AS \`rows\`, ${columns.map((column) => `SUM(r.${column}) AS ${column}`).join(', ')}
     FROM ${name} r WHERE ${areThere} AND r.slice_kind IN (${sliceKinds.all}, ${sliceKinds.source})
     GROUP BY r.slice_kind, r.grain, r.day, r.known, r.reading`,
  );
  const sums = rows.map(({ sliceKind, grain, place, ...row }): SliceSum => ({
    slice: sliceKind === sliceKinds.all ? 'all' : 'source',
    grain,
    place,
    sums: columns.map((column) => BigInt(row[column] ?? 0)),
  }));
  const uneven = [...new Set(sums.map(({ grain }) => grain))].flatMap((grain) =>
    findUneven(
      sums.filter((sum) => sum.grain === grain),
      ['all', 'source'],
      [grain],
    ),
  );
  return {
    looked: rows.reduce((sum, row) => sum + Number(row.rows), 0),
    violations: uneven.length,
    examples: uneven.slice(0, mostExamples).map((each) => ({ sums: name, ...each })),
  };
};

/** In each reading start and changes come to the end, of whomever it is and whenever it became known. */
export const waterfallsBalance: Question = async (ask) => {
  const off = `${changes.map((column) => `r.${column}`).join(' + ')} - r.end_minor`;
  const unbalanced = `FROM ${name} r WHERE ${areThere} GROUP BY r.slice_kind, r.slice, r.grain, r.day, r.known
    HAVING SUM(IF(r.reading = 'reported', 0, ${off})) <> 0 OR SUM(IF(r.reading = 'restated', 0, ${off})) <> 0`;
  const [counted] = await ask<{ looked: string; violations: string }>(
    `SELECT (SELECT COUNT(*) FROM ${name} WHERE ${areThere}) AS looked, (SELECT COUNT(*) FROM (SELECT 1 ${unbalanced}) u) AS violations`,
  );
  const violations = Number(counted?.violations ?? 0);
  const examples =
    violations === 0
      ? []
      : await ask<{ place: string; grain: string }>(
          `SELECT CONCAT(r.grain, ' of ', r.day, ', known ', r.known) AS place, r.grain ${unbalanced} LIMIT ${mostExamples}`,
        );
  return {
    looked: Number(counted?.looked ?? 0),
    violations,
    examples: examples.map((each) => ({ sums: name, ...each })),
  };
};
