import type { FigureRecordWire, FigureValue } from '@tandem/contracts';

/** The contributions of records, added up exactly for each part of the figure they belong to. */
export function sumRecords(
  records: readonly Pick<FigureRecordWire, 'of' | 'contribution'>[],
): Map<string, FigureValue> {
  const sums = new Map<string, FigureValue>();
  for (const { of, contribution } of records) {
    const sum = sums.get(of);
    sums.set(of, sum ? added(sum, contribution) : contribution);
  }
  return sums;
}

/** Whether two values are the same to the unit. */
export const equals = (one: FigureValue | null | undefined, other: FigureValue | null | undefined): boolean =>
  !!one && !!other && plain(one) === plain(other);

function added(one: FigureValue, other: FigureValue): FigureValue {
  if (one.unit === 'count' && other.unit === 'count') return { unit: 'count', count: one.count + other.count };
  if (one.unit === 'money' && other.unit === 'money' && one.money.currency === other.money.currency) {
    const amount = BigInt(one.money.amountMinor) + BigInt(other.money.amountMinor);
    return { unit: 'money', money: { amountMinor: amount.toString(), currency: one.money.currency } };
  }
  throw new Error('different units and currencies are never added');
}

function plain(value: FigureValue): string {
  switch (value.unit) {
    case 'ratio':
      return `ratio ${value.ratio}`;
    case 'count':
      return `count ${value.count}`;
    case 'money':
      return `${value.money.currency} ${value.money.amountMinor}`;
  }
}
