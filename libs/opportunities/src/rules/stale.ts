const dayMs = 86_400_000;

/** Whole days of 24 hours since it entered the stage; never below 0, even when another clock ran ahead. */
export const daysInStage = (stageEnteredAt: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - stageEnteredAt.getTime()) / dayMs));

/** Longer in its stage than the stage's threshold; a stage without one lets nothing grow stale. */
export const isStale = (days: number, staleDays: number | null): boolean => staleDays !== null && days > staleDays;
