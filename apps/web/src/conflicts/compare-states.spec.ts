import { describe, expect, test } from '@jest/globals';
import { compareStates, type Told } from './compare-states';

const seen: Told = new Map([
  ['stage', 'Propose'],
  ['amount', '100'],
  ['owner', 'Ann'],
  ['cost', undefined],
]);
const now = (changes: readonly (readonly [Parameters<Told['get']>[0], string])[]): Told =>
  new Map([...seen, ...changes]);

describe('a change made on an old state', () => {
  test('stands beside the one that was faster, when both want the same field', () => {
    const compared = compareStates([{ field: 'stage', value: 'Negotiate' }], seen, now([['stage', 'Prospect']]));
    expect(compared).toEqual({
      rows: [{ field: 'stage', theirs: 'Prospect', yours: 'Negotiate' }],
      others: [],
      clashes: true,
    });
  });

  test('fits together with one of another field, and both are told', () => {
    const compared = compareStates([{ field: 'amount', value: '120' }], seen, now([['owner', 'Ben']]));
    expect(compared).toEqual({
      rows: [{ field: 'amount', theirs: '100', yours: '120' }],
      others: [{ field: 'owner', from: 'Ann', to: 'Ben' }],
      clashes: false,
    });
  });

  test('cannot stand beside a loss, even in the same stage', () => {
    const before: Told = new Map([...seen, ['outcome', 'open']]);
    const lost: Told = new Map([...before, ['outcome', 'lost']]);
    const compared = compareStates([{ field: 'stage', value: 'Negotiate' }], before, lost);
    expect(compared).toMatchObject({ clashes: true, others: [{ field: 'outcome', from: 'open', to: 'lost' }] });
  });

  test('says nothing of what nobody could see before', () => {
    expect(compareStates([], seen, now([['cost', '40']]))).toEqual({ rows: [], others: [], clashes: false });
  });
});
