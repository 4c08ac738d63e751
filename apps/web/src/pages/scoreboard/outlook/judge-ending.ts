/** What a period may come to, in minor units of one currency. */
export interface Ending {
  readonly wonMinor: bigint;
  readonly lowMinor: bigint;
  readonly likelyMinor: bigint;
  readonly highMinor: bigint;
  /** What is won with all that is open in the period. */
  readonly allMinor: bigint;
  /** So few are open that the range is all or nothing of some of them. */
  readonly isFew: boolean;
}

export type Verdict = 'met' | 'sure' | 'reach' | 'out' | 'missed';

/**
 * Whether a period will come to what was asked of it: `sure` when the low end of the range does, `reach` when the high end does. With few
 * opportunities the ends of the range are chance, so nothing is sure, and only what all of them together cannot reach is out.
 */
export function judgeEnding(
  { wonMinor, lowMinor, highMinor, allMinor, isFew }: Ending,
  goalMinor: bigint,
  isOver: boolean,
): Verdict {
  if (wonMinor >= goalMinor) return 'met';
  if (isOver) return 'missed';
  if (!isFew && lowMinor >= goalMinor) return 'sure';
  return (isFew ? allMinor : highMinor) >= goalMinor ? 'reach' : 'out';
}

/** The sentence that says it, and how far the number it speaks of is from the goal. */
export interface Telling {
  readonly key: 'met' | 'missed' | 'sure' | 'likely' | 'possible' | 'few' | 'out' | 'outAll';
  /** Above 0 it is beyond the goal. */
  readonly distanceMinor: bigint;
}

export function tellEnding(ending: Ending, goalMinor: bigint, verdict: Verdict): Telling {
  const { wonMinor, lowMinor, likelyMinor, highMinor, allMinor, isFew } = ending;
  const telling = (key: Telling['key'], minor: bigint): Telling => ({ key, distanceMinor: minor - goalMinor });
  switch (verdict) {
    case 'met':
    case 'missed':
      return telling(verdict, wonMinor);
    case 'sure':
      return telling('sure', lowMinor);
    case 'reach':
      if (isFew) return telling('few', allMinor);
      return telling(likelyMinor >= goalMinor ? 'likely' : 'possible', likelyMinor);
    case 'out':
      return isFew || allMinor === wonMinor ? telling('outAll', allMinor) : telling('out', highMinor);
  }
}

/** Where the marks of the range stand, each in per cent of its length. */
export interface EndingScale {
  readonly wonAt: number;
  readonly lowAt: number;
  readonly likelyAt: number;
  readonly highAt: number;
  readonly goalAt: number | null;
}

/** Scales a range and what is asked onto one bar as the bullet of the joint number is, so that both can be compared; null when all is 0. */
export function scaleEnding(
  { wonMinor, lowMinor, likelyMinor, highMinor }: Omit<Ending, 'allMinor' | 'isFew'>,
  goalMinor: bigint | null,
): EndingScale | null {
  const goal = goalMinor === null ? 0 : Math.max(0, Number(goalMinor));
  const whole = Math.max(goal * 1.2, Number(highMinor), Number(wonMinor));
  if (whole <= 0) return null;
  const at = (minor: bigint): number => Math.round((Math.max(0, Number(minor)) / whole) * 1000) / 10;
  return {
    wonAt: at(wonMinor),
    lowAt: at(lowMinor),
    likelyAt: at(likelyMinor),
    highAt: at(highMinor),
    goalAt: goalMinor === null ? null : at(goalMinor),
  };
}
