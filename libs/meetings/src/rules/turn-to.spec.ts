import { isRefusal } from '@tandem/kernel';
import { turnTo } from './turn-to';

const [nine, later] = [new Date('2026-03-02T09:00:00Z'), new Date('2026-03-02T09:04:00Z')];

describe('a meeting turns to an item', () => {
  it('begins with the first one', () => {
    const fresh = { state: 'composed', startedAt: null, sectionSince: null, section: null } as const;
    expect(turnTo('leaks', fresh, nine)).toEqual({ startedAt: nine, sectionSince: nine });
  });

  it.each([
    ['keeps the time of a section it stays in', 'leaks', nine],
    ['begins the time of another section', 'number', later],
  ] as const)('%s', (_, section, sectionSince) => {
    const under = { state: 'composed', startedAt: nine, sectionSince: nine, section } as const;
    expect(turnTo('leaks', under, later)).toEqual({ startedAt: nine, sectionSince });
  });

  it('no more once it is closed', () => {
    const held = { state: 'held', startedAt: nine, sectionSince: nine, section: 'leaks' } as const;
    expect(isRefusal(turnTo('leaks', held, later))).toBe(true);
  });
});
