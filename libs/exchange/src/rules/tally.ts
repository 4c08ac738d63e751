import type { Facts, Refusal } from '@tandem/kernel';
import type { HistoryGrade } from './grade-history';

/** What became of the rows of a file, in rows. */
export interface Counts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows in which a value was read as something else; they are also counted as created, updated or unchanged. */
  readonly repaired: number;
  readonly refused: number;
}

/** A row that was left out, with the facts that word the reason in any language. */
export interface RefusedRow {
  readonly file: string;
  /** As a spreadsheet counts: the header is 1. */
  readonly row: number;
  readonly code: string;
  readonly detail: string;
  readonly facts: Facts;
}

/** What an import did, or with a dry run would do. */
export interface Report {
  readonly files: readonly (Counts & { readonly name: string })[];
  readonly total: Counts;
  readonly repairs: readonly {
    readonly file: string;
    readonly column: string;
    readonly from: string;
    readonly to: string;
    readonly rows: number;
  }[];
  readonly gaps: readonly { readonly file: string; readonly code: string; readonly rows: number }[];
  /** The first thousand; the counts are of all. */
  readonly refusals: readonly RefusedRow[];
  /** How much of their past the opportunities bring, in rows. */
  readonly history?: Readonly<Record<HistoryGrade, number>>;
  /** What a list names that was not here before. */
  readonly made?: Readonly<Record<'accounts' | 'products' | 'people', number>>;
}

export type Fate = 'created' | 'updated' | 'unchanged';

const mostRefusals = 1000;
const none: Counts = { read: 0, created: 0, updated: 0, unchanged: 0, repaired: 0, refused: 0 };

const noHistory = { full: 0, bothEnds: 0, oneEnd: 0, snapshot: 0 };

const graded = (history: typeof noHistory, grade: HistoryGrade): typeof noHistory => ({
  ...history,
  [grade]: history[grade] + 1,
});

export const emptyReport: Report = { files: [], total: none, repairs: [], gaps: [], refusals: [] };

/** A row that was taken in. */
export function withRow(
  report: Report,
  file: string,
  row: {
    readonly fate: Fate;
    readonly repairs?: readonly { readonly column: string; readonly from: string; readonly to: string }[];
    readonly gaps?: readonly string[];
    readonly history?: HistoryGrade;
  },
): Report {
  const { fate, repairs = [], gaps = [], history } = row;
  const counted = count(report, file, { read: 1, [fate]: 1, repaired: repairs.length > 0 ? 1 : 0 });
  return {
    ...counted,
    repairs: repairs.reduce((all, repair) => increased(all, { file, ...repair }), counted.repairs),
    gaps: gaps.reduce((all, code) => increased(all, { file, code }), counted.gaps),
    ...(history && { history: graded(counted.history ?? noHistory, history) }),
  };
}

/** A row that was left out; `row` is its number in the file, where the header is 1. */
export function withRefusal(report: Report, file: string, row: number, { code, detail, facts }: Refusal): Report {
  const counted = count(report, file, { read: 1, refused: 1 });
  if (counted.refusals.length >= mostRefusals) return counted;
  return { ...counted, refusals: [...counted.refusals, { file, row, code, detail, facts }] };
}

/** Something missing that was found by looking at all rows of a file. */
export const withGap = (report: Report, file: string, { code, rows }: { code: string; rows: number }): Report =>
  rows === 0 ? report : { ...report, gaps: [...report.gaps, { file, code, rows }] };

function count(report: Report, file: string, change: Partial<Counts>): Report {
  const known = report.files.some(({ name }) => name === file);
  const files = known ? report.files : [...report.files, { name: file, ...none }];
  return {
    ...report,
    files: files.map((counts) => (counts.name === file ? { ...counts, ...added(counts, change) } : counts)),
    total: added(report.total, change),
  };
}

const added = (counts: Counts, change: Partial<Counts>): Counts => ({
  read: counts.read + (change.read ?? 0),
  created: counts.created + (change.created ?? 0),
  updated: counts.updated + (change.updated ?? 0),
  unchanged: counts.unchanged + (change.unchanged ?? 0),
  repaired: counts.repaired + (change.repaired ?? 0),
  refused: counts.refused + (change.refused ?? 0),
});

function increased<Line extends object>(
  lines: readonly (Line & { rows: number })[],
  line: Line,
): (Line & { rows: number })[] {
  const keys = Object.keys(line) as (keyof Line)[];
  const place = lines.findIndex((other) => keys.every((key) => other[key] === line[key]));
  if (place === -1) return [...lines, { ...line, rows: 1 }];
  return lines.map((other, position) => (position === place ? { ...other, rows: other.rows + 1 } : other));
}
