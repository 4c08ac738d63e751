import { catalogue } from '../catalogue';
import { flowSliceKinds, type FlowSliceKind } from '../flow/rules/slice-flow';
import { figureKeys } from '../kpi';
import type { Unit } from '../rules/figure-value';

/** Figures of other questions that give one number, and so can have a target too. */
export const otherGoalKeys = [
  'win_rate_narrow',
  'win_rate_qualified',
  'win_rate_created',
  'average_deal_size',
  'cycle_median',
  'hand_off_compliance',
  'acquisition_cost',
  'new_pipeline',
  'coverage_start',
  'coverage_to_go',
  'slippage_share',
] as const;

export const goalKeys = [...figureKeys, ...otherGoalKeys] as const;

export type GoalKey = (typeof goalKeys)[number];
export type OtherGoalKey = (typeof otherGoalKeys)[number];

/** A figure that a target can stand on, and by which slices it is asked for. */
export interface GoalFigure {
  readonly key: GoalKey;
  readonly unit: Unit;
  readonly betterWhen: 'higher' | 'lower';
  /** Grows with the days of the period: targets of shorter periods add up, and a pace means something. */
  readonly isAdditive: boolean;
  readonly slices: readonly FlowSliceKind[];
}

const credited = ['team', 'office', 'person', 'source'] as const satisfies readonly FlowSliceKind[];
/** Quotas are of teams and people, so nobody else has anything to cover. */
const withQuota = ['team', 'office', 'person'] as const satisfies readonly FlowSliceKind[];
/** No expense line names a person. */
const withExpense = ['team', 'office', 'source'] as const satisfies readonly FlowSliceKind[];

const rate = { unit: 'ratio', betterWhen: 'higher', isAdditive: false } as const;

const others: Readonly<Record<OtherGoalKey, Omit<GoalFigure, 'key'>>> = {
  win_rate_narrow: { ...rate, slices: flowSliceKinds },
  win_rate_qualified: { ...rate, slices: flowSliceKinds },
  win_rate_created: { ...rate, slices: flowSliceKinds },
  average_deal_size: { unit: 'money', betterWhen: 'higher', isAdditive: false, slices: flowSliceKinds },
  cycle_median: { unit: 'count', betterWhen: 'lower', isAdditive: false, slices: flowSliceKinds },
  hand_off_compliance: { ...rate, slices: flowSliceKinds },
  acquisition_cost: { unit: 'money', betterWhen: 'lower', isAdditive: false, slices: withExpense },
  new_pipeline: { unit: 'money', betterWhen: 'higher', isAdditive: true, slices: flowSliceKinds },
  coverage_start: { ...rate, slices: withQuota },
  coverage_to_go: { ...rate, slices: withQuota },
  slippage_share: { unit: 'ratio', betterWhen: 'lower', isAdditive: false, slices: flowSliceKinds },
};

/** Every figure that a target can stand on, those of the scoreboard first. */
export const goalFigures: readonly GoalFigure[] = [
  ...catalogue.map(({ key, unit, betterWhen, isAdditive }) => ({
    key,
    unit,
    betterWhen,
    isAdditive,
    slices: credited,
  })),
  ...otherGoalKeys.map((key) => ({ key, ...others[key] })),
];

export function goalFigureOf(key: GoalKey): GoalFigure {
  const found = goalFigures.find((figure) => figure.key === key);
  if (!found) throw new Error(`no such figure: ${key}`);
  return found;
}
