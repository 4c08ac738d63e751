import type { HealthWire, VerificationRunWire } from '@tandem/contracts';
import type { Locale } from '@tandem/kernel';
import { text } from '@tandem/language';
import { isBehind, type LedgerHealth } from '@tandem/metrics';
import type { Health, RunView, VerificationReport } from '@tandem/verification';

/** A run without what each check found, for lists. */
export const presentBriefly = ({
  id,
  state,
  startedAt,
  finishedAt,
  progress,
  report,
}: RunView): VerificationRunWire => ({
  id,
  state,
  startedAt: startedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
  progress,
  violations: report?.violations ?? null,
  looked: report?.looked ?? null,
  seconds: report?.seconds ?? null,
  verdicts: null,
});

export const presentRun = (run: RunView, locale: Locale): VerificationRunWire => ({
  ...presentBriefly(run),
  verdicts: run.report && presentVerdicts(run.report, locale),
});

export const presentHealth = (
  { running, latest, workerSeenAt, isWorkerAlive, nextAt, figures }: Health,
  locale: Locale,
): HealthWire => ({
  running: running && presentBriefly(running),
  latest: latest && presentRun(latest, locale),
  worker: { seenAt: workerSeenAt?.toISOString() ?? null, isAlive: isWorkerAlive },
  nextAt: nextAt.toISOString(),
  figures: { ...presentSums(figures), isBehind: isWorkerAlive && isBehind(figures) },
});

const presentSums = ({ state, built, total, waiting, waitsSince }: LedgerHealth) => ({
  state,
  built,
  total,
  waiting,
  waitsSince: waitsSince?.toISOString() ?? null,
});

const presentVerdicts = ({ verdicts }: VerificationReport, locale: Locale): VerificationRunWire['verdicts'] =>
  verdicts.map(({ id, looked, violations, examples }) => ({
    check: id,
    law: text(locale, `verification:law.${id}`),
    advice: text(locale, `verification:advice.${id}`),
    looked,
    violations,
    examples: examples.map((example) => ({ ...example })),
  }));
