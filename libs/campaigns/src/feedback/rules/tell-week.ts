/** Why an average is not told: the week is not over, nobody spoke, or so few did that it would tell who. */
export type Untold = 'week_not_over' | 'nobody' | 'too_few';

export interface WeekTold {
  /** Answers. */
  readonly count: number;
  /** 1.0 … 5.0 with one digit; null when it is not told. */
  readonly average: string | null;
  readonly untold: Untold | null;
}

/** Of fewer answers an average would say what single people think. */
export const fewestTold = 3;

/**
 * What a week of feedback comes to. Before the week is over no average is told, because whoever watched it change would know what the
 * latest answer was.
 */
export function tellWeek({
  count,
  sum,
  isOver,
}: {
  readonly count: number;
  readonly sum: number;
  readonly isOver: boolean;
}): WeekTold {
  const untold = untoldOf(count, isOver);
  return { count, average: untold === null ? (Math.round((sum * 10) / count) / 10).toFixed(1) : null, untold };
}

function untoldOf(count: number, isOver: boolean): Untold | null {
  if (!isOver) return 'week_not_over';
  if (count === 0) return 'nobody';
  return count < fewestTold ? 'too_few' : null;
}
