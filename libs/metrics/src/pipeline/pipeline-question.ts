import type { Period } from '@tandem/kernel';
import type { AskedPeriod } from '../asked-period.reader';
import type { Directory } from '../directory.reader';
import type { FigureRange } from '../figure';
import type { Reading, Scope } from '../rules/facts';
import { note, type Note } from '../rules/figure-value';
import type { PipelineScope } from './rules/hold-pipeline';

/** The pipeline that closes in the period asked about, or all that is open, whatever its close date. */
export type ClosingWish = 'in_period' | 'any';

/** What a question is narrowed to: an id (of a segment its name), null for records without the attribute, nothing for all. */
export interface PipelineFilter extends Scope {
  readonly campaignId?: string | null | undefined;
  readonly productId?: string | null | undefined;
  readonly segment?: string | null | undefined;
}

export interface PipelineQuestion {
  /** As for figures; without one, the current fiscal quarter. */
  readonly period?: string | undefined;
  readonly closing?: ClosingWish | undefined;
  readonly filter?: PipelineFilter | undefined;
  /** As restated (default): corrected moves when they were true, withdrawn ones not at all. As reported: as each was recorded. */
  readonly reading?: Reading | undefined;
  /** As for figures: a day, included, or a moment; later records do not count. */
  readonly asOf?: string | Date | undefined;
}

/** What an answer is about: the days, the moment whose knowledge it holds, by which reading, in which currency. */
export interface PipelineTold {
  readonly range: FigureRange;
  readonly asOf: Date;
  readonly reading: Reading;
  readonly currency: string;
  /** Why nothing can be known: nothing had been recorded by then. */
  readonly unavailable: Note | null;
}

/** Person, team and office of the moment; the rest belongs to the deal. */
export function isInScopeOf({ personId, teamId, officeId }: Scope, { teams }: Directory): PipelineScope['isInScope'] {
  return (state) =>
    (personId === undefined || personId === state.ownerId) &&
    (teamId === undefined || teamId === state.teamId) &&
    (officeId === undefined || officeId === (teams.get(state.teamId)?.officeId ?? null));
}

/** From its first instant until its end, or until now, whatever the present of the question. Milliseconds. */
export function spanOf({ range, now }: Pick<AskedPeriod, 'range' | 'now'>): { from: number; until: number } {
  const present = now.getTime() + 1;
  const until = Math.min(range.untilInstant.getTime(), present);
  return { from: Math.min(range.fromInstant.getTime(), until), until };
}

/** The day whose plan rate values the end: the first after a period that is over, else the first of the period itself. */
export const endRateDay = (period: Period, { range, now }: Pick<AskedPeriod, 'range' | 'now'>) =>
  now.getTime() + 1 >= range.untilInstant.getTime() ? period.until : period.from;

interface LeftOut {
  readonly withoutRate: number;
  readonly withoutAmount: number;
  readonly wonWithoutRate?: number;
}

/** What is missing in the money of an answer, with how many opportunities. */
export function notesOf({ withoutRate, withoutAmount, wonWithoutRate = 0 }: LeftOut): Note[] {
  return [
    ...(withoutRate > 0 ? [note('partial_pipeline', { count: withoutRate })] : []),
    ...(withoutAmount > 0 ? [note('without_amount', { count: withoutAmount })] : []),
    ...(wonWithoutRate > 0 ? [note('won_at_plan_rate', { count: wonWithoutRate })] : []),
  ];
}
