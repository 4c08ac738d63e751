import { describe, expect, it } from '@jest/globals';
import { changedKind } from '@tandem/contracts';
import { allStale, staleBy } from './stale-by';

describe('what is asked for again', () => {
  it('is what shows an action of a meeting, and nothing else', () => {
    expect([...staleBy({ kinds: ['meeting_action'], ids: ['a'] }).keys()].toSorted()).toEqual(['agenda', 'agendas']);
  });

  it('is the page of an opportunity only when that one changed', () => {
    const stale = staleBy({ kinds: ['opportunity'], ids: ['a', 'b'] });
    expect(stale.get('opportunity')).toEqual(['a', 'b']);
    expect(stale.get('board')).toBeNull();
    expect(staleBy({ kinds: ['opportunity'], ids: null }).get('opportunity')).toBeNull();
    expect(staleBy({ kinds: ['opportunity', 'hand_off'], ids: ['a'] }).get('opportunity')).toBeNull();
  });

  it('is where the period will end when somebody sets a quota', () => {
    expect([...staleBy({ kinds: ['quota'], ids: null }).keys()]).toEqual(
      expect.arrayContaining(['scoreboard', 'coverage']),
    );
  });

  it('is everything after an import', () => {
    expect([...staleBy({ kinds: ['import_run'], ids: ['a'] }).keys()]).toEqual([...allStale.keys()]);
  });

  it.each(changedKind.options)('is something when %s changes', (kind) => {
    expect(staleBy({ kinds: [kind], ids: null }).size).toBeGreaterThan(0);
  });
});
