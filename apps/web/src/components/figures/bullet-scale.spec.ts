import { bulletScale } from './bullet-scale';

const count = (value: number) => ({ unit: 'count', count: value }) as const;

describe('the scale of a bullet bar', () => {
  it('leaves room beyond the target', () => {
    expect(bulletScale({ value: count(60), target: count(100), paced: true, gone: '0.5' })).toEqual({
      valueAt: 50,
      targetAt: 83.3,
      paceAt: 41.7,
    });
  });

  it('stretches when the target is far behind', () => {
    expect(bulletScale({ value: count(400), target: count(100), paced: false, gone: '0.5' })).toEqual({
      valueAt: 100,
      targetAt: 25,
      paceAt: null,
    });
  });

  it('draws a loss as an empty bar and needs no pace once the period is over', () => {
    expect(bulletScale({ value: count(-5), target: count(10), paced: true, gone: '1' })).toMatchObject({
      valueAt: 0,
      paceAt: null,
    });
  });

  it('draws nothing without a target above zero', () => {
    expect(bulletScale({ value: count(1), target: count(0), paced: true, gone: '0.5' })).toBeNull();
  });
});
