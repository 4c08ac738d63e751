import type { FigureValue } from '@tandem/contracts';

/** Where a bullet bar draws its marks, each in per cent of its length. */
export interface BulletScale {
  readonly valueAt: number;
  readonly targetAt: number;
  /** Where the value would stand today if it grew evenly; null for figures that do not grow over a period. */
  readonly paceAt: number | null;
}

interface Measured {
  readonly value: FigureValue | null;
  readonly target: FigureValue;
  readonly paced: boolean;
  /** Share of the period's working days gone. */
  readonly gone: string;
}

/** Scales value, target and today's pace onto one bar, with room beyond the target so that passing it shows. */
export function bulletScale({ value, target, paced, gone }: Measured): BulletScale | null {
  const goal = sizeOf(target);
  if (goal <= 0) return null;
  const reached = value ? Math.max(0, sizeOf(value)) : 0;
  const whole = Math.max(goal * 1.2, reached);
  const at = (size: number): number => Math.round((size / whole) * 1000) / 10;
  const share = Math.min(1, Math.max(0, Number(gone)));
  return { valueAt: at(reached), targetAt: at(goal), paceAt: paced && share < 1 ? at(goal * share) : null };
}

/** What a figure that grows evenly would show today on the way to its target, rounded to the unit. */
export function paceToday(target: FigureValue, gone: string): FigureValue {
  const share = Math.min(1, Math.max(0, Number(gone)));
  switch (target.unit) {
    case 'ratio':
      return { unit: 'ratio', ratio: (Number(target.ratio) * share).toFixed(4) };
    case 'count':
      return { unit: 'count', count: Math.round(target.count * share) };
    case 'money': {
      const amount = (BigInt(target.money.amountMinor) * BigInt(Math.round(share * 10_000))) / 10_000n;
      return { unit: 'money', money: { ...target.money, amountMinor: amount.toString() } };
    }
  }
}

/** A figure as a length to draw; drawing alone may round. */
export function sizeOf(value: FigureValue): number {
  switch (value.unit) {
    case 'ratio':
      return Number(value.ratio);
    case 'count':
      return value.count;
    case 'money':
      return Number(value.money.amountMinor);
  }
}
