import { matchHandlers } from './match-handlers';

const handler = (name: string) => ({ job: { name } });

describe('every job has exactly one handler', () => {
  it('pairs them by name', () => {
    const { byName, faults } = matchHandlers([{ name: 'beat-heart' }], [handler('beat-heart')]);
    expect(faults).toEqual([]);
    expect([...byName.keys()]).toEqual(['beat-heart']);
  });

  it.each([
    ['a job nobody handles', [{ name: 'a' }], [], 'a has no handler'],
    ['a job two handle', [{ name: 'a' }], [handler('a'), handler('a')], 'a has two handlers'],
    ['a handler of nothing', [], [handler('a')], 'a is handled but not declared'],
    ['a name used twice', [{ name: 'a' }, { name: 'a' }], [handler('a')], 'two jobs have one name'],
  ])('names %s', (_, jobs, handlers, fault) => {
    expect(matchHandlers(jobs, handlers).faults).toContain(fault);
  });
});
