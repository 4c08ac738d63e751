import fc from 'fast-check';
import type { FlowMove } from '@tandem/metrics';
import { day, start } from './some-log';

/** Three open stages, the middle ones mandatory, and two won ones. */
export const flowStages = [
  { id: 'a', class: 'open', mandatory: true, ownerSide: 'marketing' },
  { id: 'b', class: 'open', mandatory: true, ownerSide: 'sales' },
  { id: 'c', class: 'open', mandatory: true, ownerSide: 'sales' },
  { id: 'won', class: 'won', mandatory: true, ownerSide: 'sales' },
  { id: 'kept', class: 'won', mandatory: false, ownerSide: 'sales' },
] as const;

const outcomeOf = (stageId: string): FlowMove['outcome'] => (stageId === 'won' || stageId === 'kept' ? 'won' : 'open');

/** A move into a stage, on a day counted from the first of April 2026. */
export const aMove = (stageId: string, on: number, wishes: Partial<FlowMove> = {}): FlowMove => ({
  seq: on + 1,
  at: start + on * day,
  recordedAt: start + on * day,
  stageId,
  outcome: outcomeOf(stageId),
  ownerId: 'amy',
  teamId: 'north',
  amountMinor: 100n,
  currency: 'USD',
  isInferred: false,
  ...wishes,
});

/**
 * A log such as `road('a c lost a won')`: one step a day from the first of April 2026. `lost` and `cancelled` stay in their stage.
 */
export function road(path: string): FlowMove[] {
  let stage = 'a';
  return path.split(' ').map((step, on) => {
    if (step === 'lost' || step === 'cancelled') return aMove(stage, on, { outcome: step });
    stage = step;
    return aMove(step, on);
  });
}

/** Any log of places, some of them twice in a row. */
export const anyRoad: fc.Arbitrary<FlowMove[]> = fc
  .array(fc.constantFrom('a', 'b', 'c', 'won', 'kept', 'lost', 'cancelled'), { minLength: 1, maxLength: 12 })
  .map((steps) => road(steps.join(' ')));
