import { date } from '@tandem/kernel';
import type { OutcomeMove, StageMove } from '@tandem/metrics';

export const hour = 3_600_000;
export const day = 24 * hour;

/** The first of April 2026, the beginning of its second quarter. */
export const start = Date.UTC(2026, 3, 1);

/** A log such as `visits('a c won')`: one step a day from the first of April on. */
export const visits = (path: string, owner: (step: number) => string = () => 'amy'): StageMove[] =>
  path.split(' ').map((stageId, step) => ({
    at: start + step * day,
    stageId,
    outcome: stageId === 'won' ? 'won' : 'open',
    ownerId: owner(step),
    teamId: 'north',
  }));

type Step = readonly [to: OutcomeMove['outcomeTo'], on: string, wishes?: Partial<OutcomeMove>];

/** A log of outcomes such as `outcomes(['open', '2026-02-01'], ['won', '2026-03-10'])`; what closes does so on its day. */
export const outcomes = (...steps: readonly Step[]): OutcomeMove[] =>
  steps.map(([to, on, wishes], index) => ({
    seq: index + 1,
    outcomeFrom: steps[index - 1]?.[0] ?? null,
    outcomeTo: to,
    closeDateTo: to === 'open' ? null : date(on),
    on: date(on),
    ownerToId: 'amy',
    teamToId: 'north',
    sourceId: 'fair',
    ...wishes,
  }));
