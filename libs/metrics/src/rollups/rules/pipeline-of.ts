import type { PlainDate } from '@tandem/kernel';
import type { DealState } from '../../pipeline/rules/read-timeline';
import type { Reading } from '../../rules/facts';
import { divideHalfEven } from '../../rules/ratio';
import { creditsOf, type CellCredit, type PipelineMeasures, type Placed } from './cell';
import { monthOf } from './grain';
import type { OpportunityHistory } from './opportunity-history';
import { statesOf, type StatesSetting } from './states-of';

export interface PipelineSetting extends StatesSetting {
  /** With the default probability of each, in percent. */
  readonly stages: readonly { readonly id: string; readonly probability: number }[];
  readonly dayOf: (instant: number) => PlainDate;
}

type Pipeline = Extract<Placed, { readonly kind: 'pipeline' }>;

/** How one opportunity changes open pipeline, as a reading has it: what it was is taken away, what it became is added. */
export const pipelineOf = (history: OpportunityHistory, reading: Reading, setting: PipelineSetting): Pipeline[] =>
  pipelineSteps(statesOf(history, reading, setting), history.belongings, setting).flat();

/** The same, state by state. */
export function pipelineSteps(
  timeline: readonly DealState[],
  belongings: OpportunityHistory['belongings'],
  setting: PipelineSetting,
): Pipeline[][] {
  const creditOf = creditsOf(belongings);
  let before: Held | null = null;
  return timeline.map((state) => {
    const gone = before;
    const come = heldIn(state, creditOf(state), setting);
    const day = setting.dayOf(state.at);
    before = come;
    const changed = (held: Held, measures: PipelineMeasures): Pipeline => {
      const { credit, closeMonth, currency } = held;
      return { kind: 'pipeline', credit, day, closeMonth, currency, measures };
    };
    if (gone && come && isInOnePlace(gone, come)) return [changed(come, less(come.measures, gone.measures))];
    const changes: Pipeline[] = [];
    if (gone) changes.push(changed(gone, less(nothing, gone.measures)));
    if (come) changes.push(changed(come, come.measures));
    return changes;
  });
}

/** What is open while a state lasts. */
type Held = Pick<Pipeline, 'credit' | 'closeMonth' | 'currency' | 'measures'>;

/** Whose it is stands in one object of each team and person, see `creditsOf`. */
const isInOnePlace = (one: Held, other: Held): boolean =>
  one.closeMonth === other.closeMonth && one.currency === other.currency && one.credit === other.credit;

const less = (one: PipelineMeasures, other: PipelineMeasures): PipelineMeasures => ({
  open: one.open - other.open,
  withoutAmount: one.withoutAmount - other.withoutAmount,
  valueMinor: one.valueMinor - other.valueMinor,
  weightedMinor: one.weightedMinor - other.weightedMinor,
});

const nothing: PipelineMeasures = { open: 0, withoutAmount: 0, valueMinor: 0n, weightedMinor: 0n };

function heldIn(state: DealState, credit: CellCredit, { stages }: PipelineSetting): Held | null {
  if (state.outcome !== 'open') return null;
  const { amountMinor, closeDate, currency } = state;
  const percent = state.probability ?? stages.find(({ id }) => id === state.stageId)?.probability ?? 0;
  const valueMinor = amountMinor ?? 0n;
  return {
    credit,
    closeMonth: closeDate === null ? null : monthOf(closeDate),
    currency,
    measures: {
      open: 1,
      withoutAmount: amountMinor === null ? 1 : 0,
      valueMinor,
      weightedMinor: divideHalfEven(valueMinor * BigInt(percent), 100n),
    },
  };
}
