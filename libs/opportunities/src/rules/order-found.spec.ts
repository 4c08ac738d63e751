import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nameRanks, rankName } from '@tandem/kernel';
import { inOrder } from './order-found';
import { rankOpportunity } from './rank-opportunity';

const acme = { id: 'a', name: 'Acme', nameZh: '頂點' };

describe('the order of what was found', () => {
  test('goes by how well the name answers, then what is open, then what is new', () => {
    const found = [
      { id: '1', name: 'A renewal', outcome: 'open' as const },
      { id: '2', name: 'Renewal 2027', outcome: 'won' as const },
      { id: '3', name: 'Renewal 2026', outcome: 'open' as const },
      { id: '4', name: 'Renewal', outcome: 'lost' as const },
      { id: '5', name: 'Renewal 2025', outcome: 'open' as const },
    ];
    const ordered = inOrder(found, ({ name }) => rankName('renewal', name), 4);
    expect(ordered.map(({ id }) => id)).toEqual(['4', '5', '3', '2']);
  });

  test('shows each once, and at most as many as asked for', () => {
    const some = fc.array(fc.record({ id: fc.stringMatching(/^[a-e]$/), rank: fc.constantFrom(...nameRanks, null) }));
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 5 }), (found, limit) => {
        const ids = inOrder(found, ({ rank }) => rank, limit).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(Math.min(limit, new Set(found.map(({ id }) => id)).size));
      }),
    );
  });
});

describe('how well an opportunity answers', () => {
  test.each([
    ['gtx', 'GTX Pro', 'start'],
    ['pro', 'GTX Pro', 'word'],
    ['acme', 'GTX Pro', 'word'],
    ['頂', 'GTX Pro', 'word'],
    ['點', 'GTX Pro', 'inside'],
    ['acme gtx', 'GTX Pro', 'word'],
    ['acme', 'Acme', 'exact'],
    ['globex', 'GTX Pro', null],
    ['acme globex', 'GTX Pro', null],
  ])('%j finds %j of Acme: %s', (q, name, rank) => expect(rankOpportunity(q, name, acme)).toBe(rank));

  test('without a customer it answers by its own name', () => {
    expect(rankOpportunity('gtx', 'GTX Pro', null)).toBe('start');
    expect(rankOpportunity('acme', 'GTX Pro', null)).toBeNull();
  });
});
