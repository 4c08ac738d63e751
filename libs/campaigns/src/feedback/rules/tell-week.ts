/** Why an average is not told: the week is not over, nobody spoke, or so few did that it would tell who. */
export type Untold = 'week_not_over' | 'nobody' | 'too_few';

/** Answers, and the sum of their scores. */
export interface Said {
  readonly count: number;
  readonly sum: number;
}

export interface WeekTold {
  /** Answers; once the week is over, those that count. */
  readonly count: number;
  /** Answers without a name that do not count, because so few of the week have none. */
  readonly keptBack: number;
  /** 1.0 … 5.0 with one digit; null when it is not told. */
  readonly average: string | null;
  readonly untold: Untold | null;
}

/**
 * Of fewer answers an average would say what single people think. Of those without a name it takes as many again: whose name is
 * missing among those who signed would be known.
 */
export const fewestTold = 3;

/**
 * What a week of feedback comes to. Before the week is over no average is told, because whoever watched it change would know what the
 * latest answer was.
 */
export function tellWeek({
  named,
  unnamed,
  isOver,
}: {
  readonly named: Said;
  readonly unnamed: Said;
  readonly isOver: boolean;
}): WeekTold {
  const keptBack = isOver && unnamed.count < fewestTold ? unnamed.count : 0;
  const counted = keptBack > 0 ? named : { count: named.count + unnamed.count, sum: named.sum + unnamed.sum };
  const untold = untoldOf(counted.count, keptBack, isOver);
  const average = untold === null ? (Math.round((counted.sum * 10) / counted.count) / 10).toFixed(1) : null;
  return { count: counted.count, keptBack, average, untold };
}

function untoldOf(count: number, keptBack: number, isOver: boolean): Untold | null {
  if (!isOver) return 'week_not_over';
  if (count + keptBack === 0) return 'nobody';
  return count < fewestTold ? 'too_few' : null;
}
