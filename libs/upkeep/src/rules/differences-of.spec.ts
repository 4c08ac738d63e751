import { describe, expect, test } from '@jest/globals';
import { differencesOf } from './differences-of';
import { idsIn } from './ids-in';

const plain = (value: string | number | boolean) => ({ kind: 'plain', value });

describe('what an audit line says that changed', () => {
  test('only what is not as it was, and never what only the product reads', () => {
    const before = { stageId: 'a', outcome: 'open', version: 3 };
    expect(differencesOf(before, { stageId: 'b', outcome: 'open', version: 4 })).toEqual([
      { field: 'stageId', before: plain('a'), after: plain('b') },
    ]);
  });

  test('minor units beside a currency are amounts', () => {
    const before = { amountMinor: '100', costMinor: null, currency: 'USD' };
    expect(differencesOf(before, { amountMinor: '250', costMinor: null, currency: 'USD' })).toEqual([
      {
        field: 'amount',
        before: { kind: 'amount', amountMinor: '100', currency: 'USD' },
        after: { kind: 'amount', amountMinor: '250', currency: 'USD' },
      },
    ]);
  });

  test('a currency without an amount is a field of its own', () => {
    expect(differencesOf(null, { name: 'Acme', currency: 'USD' })).toEqual([
      { field: 'name', before: null, after: plain('Acme') },
      { field: 'currency', before: null, after: plain('USD') },
    ]);
  });

  test.each([
    [null, { role: 'rep' }, [{ field: 'role', before: null, after: plain('rep') }]],
    [{ url: 'https://a/' }, null, [{ field: 'url', before: plain('https://a/'), after: null }]],
    [
      { state: 'enabled', failingSince: 'x' },
      { state: 'disabled' },
      [{ field: 'state', before: plain('enabled'), after: plain('disabled') }],
    ],
    [
      undefined,
      { checks: ['I5', 'I6'] },
      [{ field: 'checks', before: null, after: { kind: 'several', values: ['I5', 'I6'] } }],
    ],
    [undefined, { note: '', nested: { deep: 1 }, list: [] }, []],
    [undefined, 'not an object', []],
  ])('%j, then %j', (before, after, expected) => {
    expect(differencesOf(before, after)).toEqual(expected);
  });

  test('ids are found wherever they stand', () => {
    const [one, other] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];
    expect(idsIn([null, { ownerId: one, members: [{ personId: other }], name: 'Acme' }])).toEqual([one, other]);
  });
});
