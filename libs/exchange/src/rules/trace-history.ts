import type { PlainDate } from '@tandem/kernel';
import type { PipelineRow } from './map-row';

/** One move that an export lets us know of; `stage` is a key of the default funnel. */
export interface TracedMove {
  readonly stage: 'prospect' | 'define_needs' | 'implement';
  readonly outcome: 'open' | 'won' | 'lost';
  readonly on: PlainDate;
  readonly precision: 'day' | 'inferred';
  readonly origin: 'import_first_entry' | 'import_event' | 'import_snapshot';
}

/**
 * The history an export knows: Engaging is `define_needs`, entered on the engage date; winning enters `implement` and losing
 * stays where it was, on the close date. Of a line without any date we know only that it stood there when the export was made, so
 * it is created on `exportedOn` (the latest date of the file) as an inferred snapshot: an earlier day would put it into a cohort
 * whose window is over, as a failure nobody observed.
 */
export function traceHistory(row: PipelineRow, exportedOn: PlainDate): TracedMove[] {
  const { stage, engagedOn, closedOn } = row;
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

const entered = (stage: TracedMove['stage'], on: PlainDate): TracedMove => ({
  stage,
  outcome: 'open',
  on,
  precision: 'day',
  origin: 'import_first_entry',
});

const stood = (stage: TracedMove['stage'], on: PlainDate): TracedMove => ({
  stage,
  outcome: 'open',
  on,
  precision: 'inferred',
  origin: 'import_snapshot',
});
