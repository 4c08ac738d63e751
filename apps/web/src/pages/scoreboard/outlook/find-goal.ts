import type { FigureWire, MoneyWire } from '@tandem/contracts';

/** What a forecast is held against: the quota behind the joint number or, without one, the target for net revenue. */
export interface Goal {
  readonly of: 'quota' | 'target';
  readonly money: MoneyWire;
}

type Asked = Pick<FigureWire, 'key' | 'parts' | 'target'>;

export function findGoal(figures: readonly Asked[]): Goal | null {
  const found = (key: FigureWire['key']) => figures.find((figure) => figure.key === key);
  const quota = found('quota_attainment')?.parts.find(({ key }) => key === 'quota')?.value;
  if (quota?.unit === 'money' && BigInt(quota.money.amountMinor) > 0n) return { of: 'quota', money: quota.money };
  const target = found('net_revenue')?.target;
  return target?.unit === 'money' ? { of: 'target', money: target.money } : null;
}
