import { dueOccurrences, type DueOccurrence, type Rhythm } from '@tandem/meetings';
import type { Id } from '@tandem/kernel';
import { mostExamples, questionCheck, type Question } from '../check';
import { minutesBefore } from '../sql-words';

const weekMs = 7 * 86_400_000;
/** How long a living worker may take to write what is due. */
const patienceMinutes = 5;

interface Series extends Rhythm {
  readonly id: Id<'meeting_series'>;
  readonly seriesKey: string;
  /** When it was made here; null for the demo's, whose past was written with it. */
  readonly madeAt: Date | null;
  readonly firstDueAt: Date | null;
}

/** Each active series has its agenda for every week of its rhythm since it was made. */
const eachWeek: Question = async (ask, { now, isWorkerHealthy }) => {
  const all = await ask<Series>(
    `SELECT s.id, s.series_key AS seriesKey, s.zone, s.weekday, s.starts_at AS startsAt, s.minutes, s.every_weeks AS everyWeeks,
       s.first_date AS firstDate, s.agenda_lead_minutes AS agendaLeadMinutes,
       (SELECT MIN(a.at) FROM audit_line a WHERE a.object_kind = 'meeting_series' AND a.object_id = s.id AND a.action = 'series.created') AS madeAt,
       (SELECT MIN(g.due_at) FROM agenda g WHERE g.series_id = s.id) AS firstDueAt
     FROM meeting_series s WHERE s.active`,
  );
  const found = { looked: 0, violations: 0, examples: [] as { seriesKey: string; week: string }[] };
  for (const series of all) {
    const written = await ask<{ isoWeek: string }>('SELECT iso_week AS isoWeek FROM agenda WHERE series_id = ?', [
      Buffer.from(series.id.replaceAll('-', ''), 'hex'),
    ]);
    const weeks = new Set(written.map(({ isoWeek }) => isoWeek));
    const due = everDue(series, now, isWorkerHealthy);
    found.looked += due.length;
    const missing = due.filter(({ isoWeek }) => !weeks.has(isoWeek));
    found.violations += missing.length;
    found.examples.push(...missing.map(({ isoWeek }) => ({ seriesKey: series.seriesKey, week: isoWeek })));
  }
  return { ...found, examples: found.examples.slice(0, mostExamples) };
};

/**
 * What the planner would have answered at any time since. Its own look-back covers more than a week, so asking week by week
 * misses nothing. What it may still make up for is no fault, unless a worker lives that should have.
 */
function everDue(series: Series, now: Date, isWorkerHealthy: boolean): DueOccurrence[] {
  const since = series.madeAt ?? series.firstDueAt;
  if (!since) return [];
  const until = minutesBefore(now, patienceMinutes);
  const due = new Map<string, DueOccurrence>();
  for (let at = since.getTime(); at < until.getTime() + weekMs; at += weekMs) {
    const asked = new Date(Math.min(at, until.getTime()));
    for (const occurrence of dueOccurrences(series, asked))
      if (occurrence.dueAt >= since) due.set(occurrence.isoWeek, occurrence);
  }
  const pending = new Set(isWorkerHealthy ? [] : dueOccurrences(series, now).map(({ isoWeek }) => isoWeek));
  return [...due.values()].filter(({ isoWeek }) => !pending.has(isoWeek));
}

export const agendas = questionCheck('I8', eachWeek);
