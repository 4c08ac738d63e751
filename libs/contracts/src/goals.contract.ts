import { z } from 'zod';
import { figureNote, figureValue, range, reading } from './figures.contract';
import { flowPlace, flowSliceKind } from './flow.contract';
import { day, instant, page, paging, periodKey, ratio } from './shapes.contract';
import { goalKey } from './targets.contract';

export const goalsQuery = z.strictObject({
  ...paging,
  period: periodKey.optional(),
  asOf: day.optional(),
  reading: reading.default('restated'),
});

/** A target with what became of it; the records behind the value are those of its figure, asked with the same slice. */
export const goal = z.object({
  key: goalKey,
  name: z.string(),
  unit: z.enum(['ratio', 'count', 'money']),
  betterWhen: z.enum(['higher', 'lower']),
  /** Null for everybody. */
  slice: flowPlace.nullable(),
  target: figureValue,
  /** Null exactly when `unavailable` says why. */
  value: figureValue.nullable(),
  unavailable: figureNote.nullable(),
  /** Value ÷ target. */
  attainment: ratio.nullable(),
  /** Attainment ÷ share of the period's working days gone; of sums and counts only. */
  pace: ratio.nullable(),
  standing: z.enum(['met', 'ahead', 'on_track', 'behind', 'missed']).nullable(),
});
export const goals = z.object({
  range,
  asOf: instant,
  reading,
  currency: z.string(),
  items: z.array(goal),
  page,
  count: z.int(),
});

/** A figure that a target can stand on, and by which slices. */
export const goalFigure = z.object({
  key: goalKey,
  name: z.string(),
  unit: z.enum(['ratio', 'count', 'money']),
  betterWhen: z.enum(['higher', 'lower']),
  /** Targets of shorter periods that cover a longer one add up to its target. */
  additive: z.boolean(),
  slices: z.array(flowSliceKind),
});
export const goalFigures = z.object({ figures: z.array(goalFigure) });

export type GoalsQuery = z.infer<typeof goalsQuery>;
export type GoalWire = z.infer<typeof goal>;
export type GoalsWire = z.infer<typeof goals>;
export type GoalFigureWire = z.infer<typeof goalFigure>;
