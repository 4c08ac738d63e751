import type { FunnelRowWire } from '@tandem/contracts';
import { findLeaks } from './find-leaks';

const row = (
  key: string,
  over: Partial<NonNullable<FunnelRowWire['conversion']>> | null,
  buyerStep = 'purchase_intention',
) =>
  ({
    key,
    buyerStep,
    conversion: over && {
      windowDays: 30,
      mature: 0,
      converted: 0,
      running: 0,
      rate: null,
      unavailable: null,
      interval: null,
      previousRate: null,
      changed: false,
      ...over,
    },
  }) as FunnelRowWire;

describe('where the funnel leaks', () => {
  it('is where the most entries did not go on, not where the rate is lowest', () => {
    const { biggest } = findLeaks([
      row('a', null),
      row('b', { mature: 400, converted: 200, rate: '0.5' }),
      row('c', { mature: 20, converted: 2, rate: '0.1' }),
    ]);
    expect(biggest?.to.key).toBe('b');
  });

  it('leaves entries out whose window is still running', () => {
    expect(findLeaks([row('a', null), row('b', { running: 300 })]).biggest).toBeNull();
  });

  it('calls no customer lost for not being loyal yet', () => {
    const { biggest } = findLeaks([row('won', null), row('loyal', { mature: 90, converted: 1 }, 'loyalty')]);
    expect(biggest).toBeNull();
  });
});
