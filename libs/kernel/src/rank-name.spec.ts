import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestRank, rankName } from './rank-name';

describe('how well a name answers what was typed', () => {
  test.each([
    ['acme', 'Acme', 'exact'],
    ['acme', 'Acme Robotics', 'start'],
    ['rob', 'Acme Robotics', 'word'],
    ['robotics acme', 'Acme Robotics', 'word'],
    ['ac ro', 'Acme Robotics', 'word'],
    ['botic', 'Acme Robotics', 'inside'],
    ['acme botic', 'Acme Robotics', 'inside'],
    ['acme ltd', 'Acme Robotics', null],
    ['pro', 'GTX Pro·Acme', 'word'],
    ['zurich', 'Zürich Re', 'start'],
    ['ＡＣＭＥ', 'Acme', 'exact'],
    ['  acme   robotics ', 'Acme Robotics', 'exact'],
  ])('%j finds %j: %s', (typed, name, rank) => expect(rankName(typed, name)).toBe(rank));

  test.each([
    ['台積', '台積電', 'start'],
    ['積電', '台積電', 'inside'],
    ['電機 東元', '東元電機', 'inside'],
    ['擴充', '台積電 產能擴充案', 'inside'],
    ['產能', '台積電 產能擴充案', 'word'],
    ['聯電', '台積電', null],
  ])('%j finds %j, which sets no spaces: %s', (typed, name, rank) => expect(rankName(typed, name)).toBe(rank));

  test.each(['', '  ', '\u0301'])('nothing typed (%j) finds nothing', (typed) => {
    expect(rankName(typed, 'Acme')).toBeNull();
  });

  test.each(['%', '_', '\\', '!', "'"])('%s means itself', (typed) => {
    expect(rankName(typed, 'Acme Robotics')).toBeNull();
    expect(rankName(typed, `100${typed} sure`)).toBe('inside');
  });

  test('every name finds itself, and its every part finds it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/), fc.nat(), fc.nat(), (name, from, length) => {
        expect(rankName(name, name)).toBe('exact');
        const part = name.slice(from % name.length).slice(0, 1 + (length % name.length));
        if (part.trim() !== '') expect(rankName(part, name)).not.toBeNull();
      }),
    );
  });

  test('the better of several ranks counts', () => {
    expect(bestRank([null, 'inside', 'word'])).toBe('word');
    expect(bestRank([null, null])).toBeNull();
  });
});
