import type { ImportReport, ImportRunWire, Problem } from '@tandem/contracts';
import { undoUntil, type ImportRun, type KeptMapping, type LookedAtRun, type Report } from '@tandem/exchange';
import type { Locale } from '@tandem/kernel';
import { hasText, text } from '@tandem/language';

export const presentRun = (run: LookedAtRun, locale: Locale, now: Date): ImportRunWire => ({
  id: run.id,
  profile: run.profile as ImportRunWire['profile'],
  state: stateOf(run),
  dryRun: run.dryRun,
  rowsTotal: run.rowsTotal,
  rowsDone: run.rowsDone,
  report: stateOf(run) === 'done' && run.report ? presentReport(run.report, run.mapping, locale) : null,
  problem: run.problem ? presentProblem(run, locale) : null,
  startedAt: run.startedAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
  undo: undoOf(run, now),
});

/** Of the import itself, also while it is being taken back. */
function stateOf({ phase, state, rowsDone, rowsTotal }: ImportRun): ImportRun['state'] {
  if (phase === 'import') return state;
  return rowsDone === rowsTotal ? 'done' : 'failed';
}

function undoOf(run: LookedAtRun, now: Date): ImportRunWire['undo'] {
  const until = undoUntil(run.phase === 'undo' ? { ...run, state: 'done' } : run, now);
  const isOver = run.phase === 'import' && (!run.hasEffects || (until !== null && until < now));
  if (!until || isOver) return null;
  const state = run.phase === 'undo' ? run.state : 'possible';
  return { state, until: until.toISOString(), total: run.undoTotal, done: run.undoDone, kept: run.undoKept };
}

function presentReport(
  { files, total, repairs, gaps, refusals, history, made }: Report,
  mapping: KeptMapping | null,
  locale: Locale,
): ImportReport {
  // A list was made into the pipeline that imports read; whoever reads the report knows the file and its own columns.
  const fileOf = (name: string) => mapping?.file ?? name;
  const columnOf = (name: string) => {
    const field = fieldOf[name];
    return (field && mapping?.columns[field]) ?? name;
  };
  return {
    files: files.map((counts) => ({ ...counts, name: fileOf(counts.name) })),
    total,
    repairs: repairs.map((repair) => ({ ...repair, file: fileOf(repair.file), column: columnOf(repair.column) })),
    gaps: gaps.map((gap) => ({ ...gap, file: fileOf(gap.file) })),
    refusals: refusals.map(({ file, row, code, detail, facts }) => {
      const key = `imports:refusal.${code.replace(/^import\./, '')}`;
      const column = facts['column'];
      const told = typeof column === 'string' ? { ...facts, column: columnOf(column) } : facts;
      return { file: fileOf(file), row, code, detail: hasText(locale, key) ? text(locale, key, told) : detail };
    }),
    history: history ? { ...history } : null,
    made: made ? { ...made } : null,
  };
}

/** Which field of a list became which column of the pipeline. */
const fieldOf: Readonly<Record<string, keyof KeptMapping['columns']>> = {
  name: 'name',
  account: 'account',
  sales_agent: 'owner',
  team: 'team',
  deal_stage: 'stage',
  close_value: 'amount',
  currency: 'currency',
  product: 'product',
  created_date: 'created',
  stage_date: 'stageSince',
  expected_date: 'close',
  close_date: 'close',
};

function presentProblem({ id, problem }: ImportRun, locale: Locale): Problem | null {
  if (!problem) return null;
  const { code, detail, facts } = problem;
  const key = `problems:${code}`;
  return {
    type: `/problems/${code}`,
    title: text(locale, 'problems:kind.refused'),
    status: 409,
    detail: hasText(locale, key) ? text(locale, key, facts) : detail,
    instance: `/api/v1/imports/${id}`,
    code,
    facts: { ...facts },
  };
}
