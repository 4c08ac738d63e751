import { stateBefore, type LoggedRow, type WithdrawableState } from './decide-correction';
import { effectiveLog } from './effective-log';
import { firstSalesStage, stageOf, type RoadStage } from './stage-road';

/** One row of the log that is taken back, and what the opportunity is once it is. */
export interface StepBack<Row> {
  readonly row: LoggedRow;
  readonly after: Row;
  /** The log as it reads then; empty once nothing of it ever was. */
  readonly effective: readonly LoggedRow[];
}

interface Facts<Row> {
  /** Every row, oldest first. */
  readonly log: readonly LoggedRow[];
  readonly stages: readonly RoadStage[];
  readonly present: Row;
}

/**
 * Takes back what was written behind a row of the log, 0 for all of it, from the last to the first, as every withdrawal does. What
 * loses its beginning never was: it is cancelled where it stands, or in the first stage of sales where only what is won stands.
 */
export function takeBackRows<Row extends WithdrawableState>(
  { log, stages, present }: Facts<Row>,
  seqBefore: number,
): StepBack<Row>[] {
  const steps: StepBack<Row>[] = [];
  let now = present;
  const effective = effectiveLog(log);
  for (let row = effective.pop(); row && row.seq > seqBefore; row = effective.pop()) {
    const { stageFromId, outcomeFrom } = row;
    now =
      stageFromId === null || outcomeFrom === null
        ? { ...now, stageId: openStage(stages, now), outcome: 'cancelled', lossReason: null }
        : stateBefore({ ...row, stageFromId, outcomeFrom }, effective, now);
    steps.push({ row, after: now, effective: [...effective] });
  }
  return steps;
}

function openStage(stages: readonly RoadStage[], { stageId }: WithdrawableState): RoadStage['id'] {
  const open = stageOf(stages, stageId).class === 'open' ? stageId : firstSalesStage(stages)?.id;
  if (!open) throw new Error('the funnel has no open stage of sales');
  return open;
}
