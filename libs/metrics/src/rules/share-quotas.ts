import { addDays, type Period, type PlainDate } from '@tandem/kernel';
import type { QuotaShare } from './facts';
import { groupBy } from './group-by';
import { divideHalfEven } from './ratio';

/** The latest revision of a quota. */
export interface QuotaLine {
  readonly id: string;
  readonly teamId: string | null;
  readonly personId: string | null;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly amountMinor: bigint;
}

/** The last word on each quota: of one holder and period, the highest revision. */
export function latestRevisions<Line extends QuotaLine & { readonly revision: number }>(
  lines: readonly Line[],
): Line[] {
  const latest = new Map<string, Line>();
  for (const line of lines) {
    const key = `${line.from} ${line.until} ${line.personId ?? line.teamId ?? ''}`;
    const known = latest.get(key);
    if (!known || line.revision > known.revision) latest.set(key, line);
  }
  return [...latest.values()];
}

/** Who carries a quota, and since and until when (the last day is worked). */
export interface QuotaHolder {
  readonly teamId: string | null;
  readonly officeId: string | null;
  readonly joinedOn: PlainDate | null;
  readonly leftOn: PlainDate | null;
}

interface QuotaQuestion {
  readonly period: Pick<Period, 'from' | 'until'>;
  readonly holders: ReadonlyMap<string, QuotaHolder>;
  /** Working days in `[from, until)`. */
  readonly workingDays: (from: PlainDate, until: PlainDate) => number;
}

/**
 * The quotas that make up a period: one for exactly this period, or several that cover it without gap or overlap. A quota
 * for a longer period is never cut into pieces, because nobody agreed to the pieces. Of somebody who joins or leaves
 * inside a quota's own period, the share of its working days counts.
 */
export function shareQuotas(
  lines: readonly QuotaLine[],
  { period, holders, workingDays }: QuotaQuestion,
): QuotaShare[] {
  return [...groupBy(lines, ({ personId, teamId }) => personId ?? teamId ?? '')].flatMap(([holderId, own]) => {
    const holder = holders.get(holderId);
    return covering(own, period).map((line): QuotaShare => {
      const worked = holder && line.personId !== null ? workedSpan(line, holder) : line;
      const whole = worked.from === line.from && worked.until === line.until;
      return {
        id: line.id,
        teamId: line.teamId,
        personId: line.personId,
        holderTeamId: line.teamId ?? holder?.teamId ?? null,
        holderOfficeId: holder?.officeId ?? null,
        amountMinor: whole ? line.amountMinor : proratedMinor(line, worked, workingDays),
        isProrated: !whole,
      };
    });
  });
}

/** The share of its own working days that were worked; of a quota without any, all of it. */
function proratedMinor(
  { from, until, amountMinor }: QuotaLine,
  worked: Pick<Period, 'from' | 'until'>,
  workingDays: QuotaQuestion['workingDays'],
): bigint {
  const days = workingDays(from, until);
  return days === 0
    ? amountMinor
    : divideHalfEven(amountMinor * BigInt(workingDays(worked.from, worked.until)), BigInt(days));
}

/**
 * Lines that tile a period from its first day to its last, the longest first wherever the rest can be tiled too; none when every way
 * leaves a gap. `gaps` are days known to lead to one.
 */
export function covering<Line extends Pick<Period, 'from' | 'until'>>(
  lines: readonly Line[],
  { from, until }: Pick<Period, 'from' | 'until'>,
  gaps = new Set<PlainDate>(),
): Line[] {
  const next = lines
    .filter((line) => line.from === from && line.until <= until)
    .sort((one, other) => (one.until > other.until ? -1 : 1));
  for (const line of gaps.has(from) ? [] : next) {
    if (line.until === until) return [line];
    const rest = covering(lines, { from: line.until, until }, gaps);
    if (rest.length > 0) return [line, ...rest];
  }
  gaps.add(from);
  return [];
}

function workedSpan(line: QuotaLine, { joinedOn, leftOn }: QuotaHolder) {
  const from = joinedOn !== null && joinedOn > line.from ? joinedOn : line.from;
  const until = leftOn === null || leftOn >= line.until ? line.until : addDays(leftOn, 1);
  return until <= from ? { from: line.from, until: line.from } : { from, until };
}
