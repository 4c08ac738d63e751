import type { ImportReport, ImportRunWire, Problem } from '@tandem/contracts';
import type { ImportRun, Report } from '@tandem/exchange';
import type { Locale } from '@tandem/kernel';
import { hasText, text } from '@tandem/language';

export const presentRun = (run: ImportRun, locale: Locale): ImportRunWire => ({
  id: run.id,
  profile: 'crm-sales',
  state: run.state,
  dryRun: run.dryRun,
  rowsTotal: run.rowsTotal,
  rowsDone: run.rowsDone,
  report: run.state === 'done' && run.report ? presentReport(run.report, locale) : null,
  problem: run.problem ? presentProblem(run, locale) : null,
  startedAt: run.startedAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
});

const presentReport = ({ files, total, repairs, gaps, refusals }: Report, locale: Locale): ImportReport => ({
  files: [...files],
  total,
  repairs: [...repairs],
  gaps: [...gaps],
  refusals: refusals.map(({ file, row, code, detail, facts }) => {
    const key = `imports:refusal.${code.replace(/^import\./, '')}`;
    return { file, row, code, detail: hasText(locale, key) ? text(locale, key, facts) : detail };
  }),
});

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
