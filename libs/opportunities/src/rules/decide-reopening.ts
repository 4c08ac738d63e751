import { refusal, type Id, type Refusal } from '@tandem/kernel';
import { allowedMoves, namesOf, type MoveFacts } from './decide-move';
import type { RoadStage } from './stage-road';
import type { TrackedState } from './tracked-state';

export interface ReopeningDecision<Row extends TrackedState> {
  readonly to: RoadStage;
  readonly after: Row;
  /** It was won: every booking still standing is reversed on the day of the reopening. */
  readonly reverses: boolean;
}

/** May it be opened again, and into which stage? Nobody knows any more when it will close. */
export function decideReopening<Row extends TrackedState>(
  facts: MoveFacts & { readonly opportunity: Row },
  toStageId: Id<'stage'>,
): ReopeningDecision<Row> | Refusal {
  const { opportunity, stages } = facts;
  if (opportunity.outcome === 'open') return refusal('opportunity.not_closed', 'It is open: move it instead.', {});
  const to = stages.find(({ id }) => id === toStageId);
  if (!to)
    return refusal('opportunity.unknown_stage', 'There is no such stage in the funnel.', { pointer: '/toStageId' });
  const allowed = allowedMoves(facts).filter(({ means }) => means === 'reopen');
  if (!allowed.some(({ stageId }) => stageId === to.id)) {
    const allowedNames = namesOf(stages, allowed);
    return refusal('opportunity.reopens_elsewhere', `It can be reopened into: ${allowedNames}.`, {
      pointer: '/toStageId',
      allowed,
      allowedNames,
    });
  }
  return {
    to,
    after: { ...opportunity, stageId: to.id, outcome: 'open', closeDate: null },
    reverses: opportunity.outcome === 'won',
  };
}
