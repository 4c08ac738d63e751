import { money, type Money } from '@tandem/kernel';
import type { FigureValue } from './figure-value';
import { divideHalfEven, type Ratio } from './ratio';

interface Parts {
  readonly parts: readonly { readonly key: string; readonly value: FigureValue | null }[];
}

/** How far bookings are from their quota, in money of the reporting currency. */
export interface Gap {
  /** Quota less bookings; below 0 what was booked beyond it. */
  readonly toGo: Money;
  /** What an even pace would have booked by today: quota times the share of working days gone. */
  readonly paceAsks: Money;
}

/**
 * The gap behind an attainment, from its own parts `quota` and `bookings` and from the share of the period's working days that are gone;
 * null while there is no quota. Unit: minor units, half even.
 */
export function measureGap({ parts }: Parts, gone: Ratio): Gap | null {
  const [quota, bookings] = ['quota', 'bookings'].map((name) => amountIn(parts.find(({ key }) => key === name)));
  if (!quota || !bookings) return null;
  return {
    toGo: money(quota.amountMinor - bookings.amountMinor, quota.currency),
    paceAsks: money(divideHalfEven(quota.amountMinor * gone.numerator, gone.denominator), quota.currency),
  };
}

const amountIn = (part: Parts['parts'][number] | undefined): Money | null =>
  part?.value?.unit === 'money' ? part.value.money : null;
