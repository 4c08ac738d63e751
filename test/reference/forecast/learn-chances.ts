import { plusDays, type Day } from '../calendar';
import { fraction, inOrder, type Fraction } from '../exact';
import { entriesOf, stepsOf } from '../funnel/follow-deal';
import type { History, MoveRow, StageRow } from '../history/history';
import { logsOf, readLog, type Reading } from '../history/read-log';

export interface Chance {
  readonly exact: Fraction;
  readonly basis: 'own' | 'learned' | 'default';
}

/** What a stage teaches, and its chance for whoever has none of their own. */
export interface Learned extends Chance {
  readonly decided: number;
  readonly won: number;
}

const enoughCases = 30;
const daysBack = 365;

export const lastRow = (moves: readonly MoveRow[]): MoveRow | undefined =>
  inOrder(moves, (one, other) => one.seq < other.seq).at(-1);

/**
 * Of the deals that entered a stage and were won or lost in the 365 days up to a day: how many were won. With fewer than 30 of them
 * what the stage was set to stands.
 */
export function learnChances(
  stood: History,
  reading: Reading,
  { today, now }: { readonly today: Day; readonly now: number },
) {
  const decided = [...logsOf(stood.moves).values()].flatMap((moves) => {
    const last = lastRow(moves);
    const closedOn = last?.closeDateTo ?? null;
    if (!last || !['won', 'lost'].includes(last.outcomeTo) || closedOn === null) return [];
    if (closedOn > today || closedOn <= plusDays(today, -daysBack)) return [];
    const entered = entriesOf(stepsOf(readLog(moves, reading), now), stood.stages, 'ordered');
    return [{ isWon: last.outcomeTo === 'won', entered: entered.map(({ stageId }) => stageId) }];
  });
  return (stage: StageRow): Learned => {
    const cases = decided.filter(({ entered }) => entered.includes(stage.id));
    const won = cases.filter(({ isWon }) => isWon).length;
    const counted = { decided: cases.length, won };
    return cases.length < enoughCases
      ? { ...counted, exact: fraction(BigInt(stage.probability), 100n), basis: 'default' }
      : { ...counted, exact: fraction(BigInt(won), BigInt(cases.length)), basis: 'learned' };
  };
}
