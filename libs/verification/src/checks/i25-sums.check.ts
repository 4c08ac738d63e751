import { eachCount, eachLater, keptBy, rollupTables, sliceKinds, unpackPlace } from '@tandem/metrics';
import { mostExamples, type Check, type Question } from '../check';
import { opportunityRows } from '../rows/opportunity.rows';
import { findUneven, type SliceSum } from '../rules/find-uneven';
import { areThere, waterfallsBalance, waterfallsFitTogether } from './i25-waterfalls';

type Kind = Exclude<keyof typeof rollupTables, 'waterfall'>;
/** Sums by day and month; what there is of waterfalls stands by the periods they are of. */
const kinds = (Object.keys(rollupTables) as (keyof typeof rollupTables)[]).filter((kind) => kind !== 'waterfall');
const grains = ['day', 'month'];

interface SumRow {
  readonly sliceKind: number;
  readonly grain: string;
  readonly month: number;
  readonly knownMonth: number;
  readonly reading: string;
  readonly rows: string;
  readonly [measure: string]: string | number;
}

/** Where there are more, sums by day are looked at of the whole alone, or a verification would take minutes. */
const mostByDay = 20_000;

/** Rows of all slices; or those of the whole, and those by month of the others, found by their keys. */
const rowsOf = (table: string, hasAll: boolean): string =>
  hasAll
    ? `${table} r WHERE ${areThere}`
    : `(SELECT DISTINCT slice_kind, slice FROM ${table}) k STRAIGHT_JOIN ${table} r ON r.slice_kind = k.slice_kind AND r.slice = k.slice
         AND (r.grain = 'month' OR k.slice_kind = ${sliceKinds.all}) WHERE ${areThere}`;

const fitTogether =
  (kind: Kind): Question =>
  async (ask) => {
    const { name, measures, keys } = rollupTables[kind];
    // What became known later stands packed in the rows of others.
    const knownMonth = keys.includes('known') ? 'EXTRACT(YEAR_MONTH FROM r.known)' : '0';
    const columns = Object.values(measures);
    const [counted] = await ask<{ all: string }>('SELECT COUNT(*) AS `all` FROM opportunity');
    const hasAll = Number(counted?.all ?? 0) <= mostByDay;
    const rows = await ask<SumRow>(
      `SELECT r.slice_kind AS sliceKind, r.grain, EXTRACT(YEAR_MONTH FROM r.day) AS month, ${knownMonth} AS knownMonth, r.reading,
         COUNT(*) AS \`rows\`, ${columns.map((column) => `SUM(r.${column}) AS ${column}`).join(', ')}
       FROM ${rowsOf(name, hasAll)} GROUP BY r.slice_kind, r.grain, month, knownMonth, r.reading`,
    );
    const slices = slicesOf(kind);
    const sums = rows.map((row) => ({
      slice: slices.get(row.sliceKind) ?? `${row.sliceKind}`,
      grain: row.grain,
      place: `${row.month}, known ${row.knownMonth}, ${row.reading}`,
      sums: columns.map((column) => BigInt(row[column] ?? 0)),
    }));
    return judged(kind, sums, { hasAll, looked: rows.reduce((sum, row) => sum + Number(row.rows), 0) });
  };

/** The same of sums that are packed: of each row of one slice after the other, how many there are and how long they took together. */
const packedFitTogether =
  (kind: Kind): Question =>
  async (ask) => {
    const { name, packed } = rollupTables[kind];
    const [counted] = await ask<{ all: string }>('SELECT COUNT(*) AS `all` FROM opportunity');
    const hasAll = Number(counted?.all ?? 0) <= mostByDay;
    const slices = slicesOf(kind);
    const tally = new Map<string, SliceSum & { sums: bigint[] }>();
    let looked = 0;
    const kept = await ask<{ sliceKind: number; slice: string }>(
      `SELECT DISTINCT slice_kind AS sliceKind, HEX(slice) AS slice FROM ${name} WHERE ${areThere}`,
    );
    for (const { sliceKind, slice } of kept) {
      const rows = await ask<{ grain: string; month: number; packed: Buffer }>(
        `SELECT r.grain, EXTRACT(YEAR_MONTH FROM r.day) AS month, r.${packed} AS packed FROM ${name} r
         WHERE r.slice_kind = ${sliceKind} AND r.slice = x'${slice}'${hasAll || sliceKind === sliceKinds.all ? '' : ` AND r.grain = 'month'`}`,
      );
      looked += rows.length;
      for (const { grain, month, packed: bytes } of rows) {
        const of = slices.get(sliceKind) ?? `${sliceKind}`;
        const add = (beside: string, sums: readonly bigint[]) => {
          const key = `${of} ${grain} ${month} ${beside}`;
          const sum = tally.get(key) ?? { slice: of, grain, place: `${month}, ${beside}`, sums: sums.map(() => 0n) };
          tally.set(key, { ...sum, sums: sum.sums.map((one, place) => one + (sums[place] ?? 0n)) });
        };
        if (kind === 'entry')
          eachLater(bytes, (known, { valueMinor, ...counts }) =>
            add(`known ${known}`, [...Object.values(counts).map(BigInt), valueMinor]),
          );
        else
          eachCount(bytes, (place, count) => {
            const { reading, modes, to, length, known } = unpackPlace(place);
            add(`${reading} ${modes} to ${to}`, [count, count * length, count * known].map(BigInt));
          });
      }
    }
    return judged(kind, [...tally.values()], { hasAll, looked });
  };

const slicesOf = (kind: Kind) => new Map<number, string>(keptBy[kind].map((slice) => [sliceKinds[slice], slice]));

function judged(
  kind: Kind,
  sums: readonly SliceSum[],
  { hasAll, looked }: { readonly hasAll: boolean; readonly looked: number },
) {
  const slices = [...slicesOf(kind).values()];
  const uneven = hasAll
    ? findUneven(sums, slices, grains)
    : [
        ...findUneven(sums, ['all'], grains),
        ...findUneven(
          sums.filter(({ grain }) => grain === 'month'),
          slices,
          ['month'],
        ),
      ];
  return {
    looked,
    violations: uneven.length,
    examples: uneven.slice(0, mostExamples).map((each) => ({ sums: rollupTables[kind].name, ...each })),
  };
}

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
  questions: [
    ...kinds.filter((kind) => Object.keys(rollupTables[kind].measures).length > 0).map(fitTogether),
    ...kinds.filter((kind) => rollupTables[kind].packed !== null).map(packedFitTogether),
    waterfallsFitTogether,
    waterfallsBalance,
    ofSomething('fact_tail'),
    ofSomething('folded_opportunity'),
  ],
} as const satisfies Check;
