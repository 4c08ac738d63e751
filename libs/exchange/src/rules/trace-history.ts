import type { PlainDate } from '@tandem/kernel';
import type { PipelineRow } from './map-row';
import type { Listed } from './read-listed';

/** Where sales begins in the funnel an organisation starts with. */
const firstStage = 'prospect';

/** One move that an export lets us know of; `stage` is a key of the funnel. */
export interface TracedMove {
  readonly stage: string;
  readonly outcome: 'open' | 'won' | 'lost';
  readonly on: PlainDate;
  readonly precision: 'day' | 'inferred';
  readonly origin: 'import_first_entry' | 'import_last_entry' | 'import_event' | 'import_snapshot';
}

/**
 * The history an export knows: Engaging is `define_needs`, entered on the engage date; winning enters `implement` and losing
 * stays where it was, on the close date. Of a line without any date we know only that it stood there when the export was made, so
 * it is created on `exportedOn` (the latest date of the file) as an inferred snapshot: an earlier day would put it into a cohort
 * whose window is over, as a failure nobody observed.
 */
export function traceHistory(row: PipelineRow, exportedOn: PlainDate): TracedMove[] {
  const { stage, engagedOn, closedOn } = row;
  if (row.listed) return traceListed(row, row.listed, exportedOn);
  if (stage === 'prospecting' || stage === 'engaging') {
    const at = stage === 'prospecting' ? 'prospect' : 'define_needs';
    return [engagedOn ? entered(at, engagedOn) : stood(at, exportedOn)];
  }
  const close: TracedMove = {
    stage: stage === 'won' ? 'implement' : 'define_needs',
    outcome: stage,
    on: closedOn ?? exportedOn,
    precision: 'day',
    origin: 'import_event',
  };
  return engagedOn ? [entered('define_needs', engagedOn), close] : [close];
}

/**
 * A list knows when an opportunity was created and since when it is in its stage. Where it was created nobody wrote down: it is taken
 * for the first stage of sales, and called inferred. What stands further on without a day stood there when the list was made.
 */
function traceListed(row: PipelineRow, listed: Listed, exportedOn: PlainDate): TracedMove[] {
  const { stage, closedOn } = row;
  const { stage: at, createdOn } = listed;
  const before =
    listed.entries.length > 0
      ? walked(row, listed, exportedOn)
      : [...beganIn(listed), ...stoodIn(row, listed, exportedOn)];
  if (stage === 'open') return before;
  const close: TracedMove = {
    stage: stage === 'won' ? 'implement' : (at ?? (createdOn ? firstStage : 'define_needs')),
    outcome: stage === 'won' ? 'won' : 'lost',
    on: closedOn ?? exportedOn,
    precision: 'day',
    origin: 'import_event',
  };
  return [...before, close];
}

/** A list that dates each stage tells the whole way; of a stage that was entered again it knows the last day. */
function walked(
  { stage, closedOn }: PipelineRow,
  { stage: at, createdOn, stageSince, entries }: Listed,
  exportedOn: PlainDate,
): TracedMove[] {
  const first = entries[0];
  const isCreatedBefore = createdOn && first && createdOn < first.on && first.stage !== firstStage;
  const began: TracedMove[] = isCreatedBefore ? [{ ...entered(firstStage, createdOn), precision: 'inferred' }] : [];
  const moves = entries
    .filter(({ on }) => !closedOn || on <= closedOn)
    .map(({ stage: to, on }): TracedMove => ({ ...entered(to, on), origin: 'import_last_entry' }));
  const last = moves.at(-1);
  if (stage !== 'open' || !at || last?.stage === at) return [...began, ...moves];
  const since = later(stageSince ?? exportedOn, last?.on ?? null);
  const stands = stood(at, since);
  return [...began, ...moves, stageSince ? { ...stands, precision: 'day', origin: 'import_last_entry' } : stands];
}

function beganIn({ stage: at, createdOn }: Listed): TracedMove[] {
  if (!createdOn) return [];
  const began = entered(firstStage, createdOn);
  return [at === firstStage ? began : { ...began, precision: 'inferred' }];
}

function stoodIn(
  { stage, closedOn }: PipelineRow,
  { stage: at, createdOn, stageSince }: Listed,
  exportedOn: PlainDate,
): TracedMove[] {
  // In the first stage it has been since it was created.
  if (!at || (at === firstStage && createdOn)) return [];
  const since = stageSince && later(stageSince, createdOn);
  if (since && (!closedOn || since < closedOn)) return [{ ...entered(at, since), origin: 'import_last_entry' }];
  return stage === 'open' ? [stood(at, later(exportedOn, createdOn))] : [];
}

const later = (one: PlainDate, other: PlainDate | null): PlainDate => (other !== null && other > one ? other : one);

const entered = (stage: string, on: PlainDate): TracedMove => ({
  stage,
  outcome: 'open',
  on,
  precision: 'day',
  origin: 'import_first_entry',
});

const stood = (stage: string, on: PlainDate): TracedMove => ({
  stage,
  outcome: 'open',
  on,
  precision: 'inferred',
  origin: 'import_snapshot',
});
