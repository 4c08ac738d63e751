import { findEntries, type FunnelStep, type StageMove } from '../../rules/find-entries';

/** An opportunity that was decided, with the log of its stages, oldest first. */
export interface DecidedDeal {
  readonly isWon: boolean;
  readonly log: readonly StageMove[];
}

/** What became of the decided opportunities that had entered a stage. */
export interface StageChance {
  readonly decided: number;
  readonly won: number;
}

/**
 * The chance of each stage: of the opportunities that entered it and are decided, how many were won. Unit: counts, by stage.
 * An opportunity counts once a stage, however often it was there; a mandatory stage that was jumped over was entered with the one
 * after it, as in the funnel. Cancelled and open ones are no cases. Source: the log of moves, as a reading has it.
 */
export function learnChances(deals: readonly DecidedDeal[], stages: readonly FunnelStep[]): Map<string, StageChance> {
  const chances = new Map<string, StageChance>();
  for (const { isWon, log } of deals) {
    for (const { stageId } of findEntries(log, stages, 'ordered')) {
      const { decided, won } = chances.get(stageId) ?? { decided: 0, won: 0 };
      chances.set(stageId, { decided: decided + 1, won: isWon ? won + 1 : won });
    }
  }
  return chances;
}
