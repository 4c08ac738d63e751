import type { FigureValue } from '@tandem/contracts';

/** How far a figure moved: percentage points of a ratio, a count, or per cent of an amount. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same' | 'unclear';
  readonly by: { readonly unit: 'points' | 'count' | 'percent'; readonly amount: number } | null;
  /** Whether this is the direction one hopes for; null when nothing moved. */
  readonly good: boolean | null;
}

interface Compared {
  readonly value: FigureValue;
  readonly previous: FigureValue;
  readonly betterWhen: 'higher' | 'lower';
  readonly interval: { readonly low: string; readonly high: string } | null;
}

/** The change of a figure from the period before; a difference inside the interval of a small sample is called unclear. */
export function compareValues({ value, previous, betterWhen, interval }: Compared): Change | null {
  const by = distance(value, previous);
  if (by === null) return null;
  const sign = Math.sign(by.exact);
  if (sign === 0) return { direction: 'same', by: null, good: null };
  if (interval && previous.unit === 'ratio' && within(Number(previous.ratio), interval)) {
    return { direction: 'unclear', by: by.shown, good: null };
  }
  return { direction: sign > 0 ? 'up' : 'down', by: by.shown, good: sign > 0 === (betterWhen === 'higher') };
}

interface Distance {
  readonly exact: number;
  readonly shown: Change['by'];
}

function distance(value: FigureValue, previous: FigureValue): Distance | null {
  if (value.unit === 'ratio' && previous.unit === 'ratio') {
    const points = Math.round((Number(value.ratio) - Number(previous.ratio)) * 1000) / 10;
    return { exact: points, shown: { unit: 'points', amount: Math.abs(points) } };
  }
  if (value.unit === 'count' && previous.unit === 'count') {
    const count = value.count - previous.count;
    return { exact: count, shown: { unit: 'count', amount: Math.abs(count) } };
  }
  if (value.unit === 'money' && previous.unit === 'money' && value.money.currency === previous.money.currency) {
    const before = BigInt(previous.money.amountMinor);
    const difference = BigInt(value.money.amountMinor) - before;
    const exact = Number(difference);
    // A percentage of nothing, or of a loss, misleads: only the direction is told.
    if (before <= 0n) return { exact, shown: null };
    return { exact, shown: { unit: 'percent', amount: Math.abs(Number((difference * 1000n) / before) / 10) } };
  }
  return null;
}

const within = (share: number, interval: { low: string; high: string }): boolean =>
  share >= Number(interval.low) && share <= Number(interval.high);
