import { readTarget, typedTarget } from './read-target';

describe('the target a person types', () => {
  it.each([
    ['100', '1.0000'],
    ['17.5', '0.1750'],
    ['0.05 %', '0.0005'],
    ['120', '1.2000'],
  ])('reads %s per cent as %s', (typed, ratio) => {
    expect(readTarget(typed, 'ratio', 'TWD')).toEqual({ unit: 'ratio', ratio });
  });

  it('reads whole numbers and amounts', () => {
    expect(readTarget('1,200', 'count', 'TWD')).toEqual({ unit: 'count', count: 1200 });
    expect(readTarget('120萬', 'money', 'TWD')).toEqual({
      unit: 'money',
      money: { amountMinor: '1200000', currency: 'TWD' },
    });
  });

  it.each([
    ['a lot', 'ratio'],
    ['17.555', 'ratio'],
    ['1,2,3', 'count'],
    ['-5', 'count'],
    ['1,2,3', 'money'],
  ] as const)('does not guess at %s as %s', (typed, unit) => {
    expect(readTarget(typed, unit, 'TWD')).toBeNull();
  });

  it('shows a target as it is typed', () => {
    expect(typedTarget({ unit: 'ratio', ratio: '0.175' })).toBe('17.5');
    expect(typedTarget({ unit: 'count', count: 40 })).toBe('40');
  });
});
