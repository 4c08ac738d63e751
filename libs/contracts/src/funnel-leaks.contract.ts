import { z } from 'zod';
import { definitionKey, figureNote, range, told } from './figures.contract';
import { funnelMode, funnelSide } from './funnel-figures.contract';
import { bilingual, day, ratio } from './shapes.contract';

/** Days, half-open. */
const days = z.object({ from: day, until: day });

/** A step of the funnel with those whose window ended in the period, and in the four periods before. */
export const leakStep = z.object({
  /** The row it leads into. */
  key: z.string(),
  from: bilingual,
  to: bilingual,
  windowDays: z.int(),
  /** When they entered: the window and a day earlier than the period. */
  entered: days,
  decided: z.int(),
  converted: z.int(),
  /** Decided ones that did not go on. */
  lost: z.int(),
  /** Entries whose window will end in the period, but has not yet. */
  running: z.int(),
  rate: ratio.nullable(),
  /** 95 % Wilson interval, whatever the number of cases. */
  interval: z.object({ low: ratio, high: ratio }).nullable(),
  beforeDecided: z.int(),
  beforeRate: ratio.nullable(),
});

export const funnelLeaks = z.object({
  range,
  ...told,
  side: funnelSide,
  mode: funnelMode,
  definition: definitionKey,
  /** The days of the four periods before. */
  before: days,
  /**
   * `fell`: the worst step is beyond chance below what it was. `within_chance`: it is lower, but that may be chance. `held`: no step
   * is lower than it was, and the worst is where the most were lost. `too_few`: no step has `enough` decided cases now and before.
   */
  verdict: z.enum(['fell', 'within_chance', 'held', 'too_few']),
  /** The key of the step that is spoken of; null where nothing was decided. */
  worst: z.string().nullable(),
  enough: z.int(),
  steps: z.array(leakStep),
  unavailable: figureNote.nullable(),
});

export type FunnelLeaksWire = z.infer<typeof funnelLeaks>;
export type LeakStepWire = z.infer<typeof leakStep>;
