import { describe, expect, test } from '@jest/globals';
import type { ViewFilter } from '@tandem/contracts';
import { addressOf, filterIn, isBare, isSameFilter, viewIn, withPart } from './view-address';

const address = (text: string) => new URLSearchParams(text);
const view = (filter: ViewFilter) => ({ id: 'v1', filter });

describe('a filter in the address', () => {
  test('of the board and of the list is read and written back the same', () => {
    const mine = view({ ownerId: 'me', closes: 'this_quarter', q: 'acme' });
    expect(addressOf('board', address('open=sales&team=t'), mine).toString()).toBe(
      'open=sales&who=mine&closes=this_quarter&q=acme&view=v1',
    );
    expect(addressOf('opportunities', address(''), mine).get('owner')).toBe('me');
    for (const page of ['board', 'opportunities'] as const)
      expect(filterIn(page, addressOf(page, address(''), mine))).toEqual(mine.filter);
  });

  test('no view is everything, said so that it is no default', () => {
    const next = addressOf('board', address('who=mine&open=won'), null);
    expect(next.toString()).toBe('open=won&view=none');
    expect([viewIn(next), isBare('board', next)]).toEqual([null, false]);
  });

  test('a page that is opened without a word is bare, whatever else its address holds', () => {
    expect(isBare('board', address('open=sales'))).toBe(true);
    expect(isBare('board', address('who=mine'))).toBe(false);
    expect(isBare('opportunities', address('view=v1'))).toBe(false);
  });

  test('whoever takes the last part away wants everything', () => {
    const drop = (text: string, name: string) => withPart('board', address(text), { name, value: null }).toString();
    expect(drop('who=mine', 'who')).toBe('view=none');
    expect(drop('who=mine&q=a', 'who')).toBe('q=a');
    expect(drop('view=v1&who=mine', 'who')).toBe('view=v1');
    expect(drop('open=won', 'open')).toBe('');
  });

  test('the order of parts makes no other filter', () => {
    expect(isSameFilter({ q: 'a', ownerId: 'me' }, { ownerId: 'me', q: 'a' })).toBe(true);
    expect(isSameFilter({ q: 'a' }, { q: 'a', ownerId: 'me' })).toBe(false);
  });
});
