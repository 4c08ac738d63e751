import type { ImportReport, ImportRunWire, Problem } from '@tandem/contracts';
import type { ImportRun, KeptMapping, Report } from '@tandem/exchange';
import type { Locale } from '@tandem/kernel';
import { hasText, text } from '@tandem/language';

export const presentRun = (run: ImportRun, locale: Locale): ImportRunWire => ({
  id: run.id,
  profile: run.profile as ImportRunWire['profile'],
  state: run.state,
  dryRun: run.dryRun,
  rowsTotal: run.rowsTotal,
  rowsDone: run.rowsDone,
  report: run.state === 'done' && run.report ? presentReport(run.report, run.mapping, locale) : null,
  problem: run.problem ? presentProblem(run, locale) : null,
  startedAt: run.startedAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
});

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
