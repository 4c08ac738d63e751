import type { PlainDate } from '@tandem/kernel';
import { readTimeline, type DealState } from '../../pipeline/rules/read-timeline';
import type { Reading } from '../../rules/facts';
import { divideHalfEven } from '../../rules/ratio';
import type { PipelineMeasures, Placed } from './cell';
import { monthOf } from './grain';
import type { OpportunityHistory } from './opportunity-history';
import { correctionsIn } from './sales-of';

export interface PipelineSetting {
  /** With the default probability of each, in percent. */
  readonly stages: readonly { readonly id: string; readonly probability: number }[];
  readonly dayOf: (instant: number) => PlainDate;
  /** The last millisecond of a calendar date in the reporting zone. */
  readonly endOf: (day: PlainDate) => number;
}

type Pipeline = Extract<Placed, { readonly kind: 'pipeline' }>;

/** How one opportunity changes open pipeline, as a reading has it: what it was is taken away, what it became is added. */
export const pipelineOf = (history: OpportunityHistory, reading: Reading, setting: PipelineSetting): Pipeline[] =>
  pipelineSteps(history, reading, setting).flat();

/** The same, state by state. */
export function pipelineSteps(
  { moves, belongings }: OpportunityHistory,
  reading: Reading,
  setting: PipelineSetting,
): Pipeline[][] {
  const log = moves.map((move) => ({
    seq: move.seq,
    at: move.at,
    isInferred: move.isInferred,
    isWithdrawal: false,
    outcome: move.outcomeTo,
    closeDate: move.closeDate,
    amountMinor: move.amountMinor,
    currency: move.currency,
    ownerId: move.ownerToId,
    teamId: move.teamToId,
    stageId: move.stageToId,
    probability: move.probability,
    bookedMinor: null,
  }));
  const states = readTimeline(log, correctionsIn(moves), { reading, endOf: setting.endOf });
  return states.map((state, place) => {
    const day = setting.dayOf(state.at);
    const before = states[place - 1];
    const gone = before ? held(before, -1, { day, belongings, setting }) : null;
    const come = held(state, 1, { day, belongings, setting });
    if (!gone || !come) return [gone ?? come].filter((change) => change !== null);
    return isInOnePlace(gone, come) ? [{ ...come, measures: together(gone.measures, come.measures) }] : [gone, come];
  });
}

const isInOnePlace = (one: Pipeline, other: Pipeline): boolean =>
  one.closeMonth === other.closeMonth &&
  one.currency === other.currency &&
  one.credit.ownerId === other.credit.ownerId &&
  one.credit.teamId === other.credit.teamId;

const together = (one: PipelineMeasures, other: PipelineMeasures): PipelineMeasures => ({
  open: one.open + other.open,
  withoutAmount: one.withoutAmount + other.withoutAmount,
  valueMinor: one.valueMinor + other.valueMinor,
  weightedMinor: one.weightedMinor + other.weightedMinor,
});

function held(
  state: DealState,
  sign: 1 | -1,
  {
    day,
    belongings,
    setting,
  }: Pick<OpportunityHistory, 'belongings'> & { readonly day: PlainDate; readonly setting: PipelineSetting },
): Pipeline | null {
  if (state.outcome !== 'open') return null;
  const { amountMinor, closeDate, currency, teamId, ownerId } = state;
  const { sourceId, campaignId, productId, segment } = belongings;
  const percent = state.probability ?? setting.stages.find(({ id }) => id === state.stageId)?.probability ?? 0;
  const value = BigInt(sign) * (amountMinor ?? 0n);
  return {
    kind: 'pipeline',
    credit: { teamId, ownerId, sourceId, campaignId, productId, segment },
    day,
    closeMonth: closeDate === null ? null : monthOf(closeDate),
    currency,
    measures: {
      open: sign,
      withoutAmount: amountMinor === null ? sign : 0,
      valueMinor: value,
      weightedMinor: divideHalfEven(value * BigInt(percent), 100n),
    },
  };
}
