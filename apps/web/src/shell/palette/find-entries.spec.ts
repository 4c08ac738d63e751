import { describe, expect, test } from '@jest/globals';
import { findEntries, isCalledSo } from './find-entries';

const entries = [
  { label: 'Board', words: '/board' },
  { label: 'Joint meeting', words: '/meetings' },
  { label: '績效總覽', words: '/scoreboard' },
  { label: 'Sign out' },
];
const found = (typed: string) => findEntries(typed, entries).map(({ label }) => label);

describe('pages and actions', () => {
  test.each([
    ['bo', ['Board']],
    ['meet', ['Joint meeting']],
    ['meet joi', ['Joint meeting']],
    ['SIGN', ['Sign out']],
    ['score', ['績效總覽']],
    ['績效', ['績效總覽']],
    ['總覽', ['績效總覽']],
    ['oard', []],
    ['', []],
    ['%', []],
  ])('%j finds %j', (typed, labels) => expect(found(typed)).toEqual(labels));

  test('stand above the records when they are so called from their first letter on', () => {
    expect(isCalledSo('boa', entries)).toBe(true);
    expect(isCalledSo('績效', entries)).toBe(true);
    expect(isCalledSo('meeting', entries)).toBe(false);
    expect(isCalledSo('b', entries)).toBe(false);
  });
});
