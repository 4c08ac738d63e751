import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shareOut } from './share-out.mjs';

const told = shareOut({
  ahead: [
    { language: 'en', files: ['/en'] },
    { language: 'zh-TW', files: ['/zh'] },
    { pages: '^/board/?$|^/$', files: ['/parts', '/board'] },
    { pages: '^/meetings/[^/]+/?$', files: ['/parts', '/agenda', '/program'] },
  ],
  program: ['/program'],
  assets: ['/program', '/en', '/zh', '/parts', '/board', '/agenda', '/chart', '/drawer'],
  sizeOf: (file) => ({ '/zh': 7_000, '/chart': 3_000 })[file] ?? 1_000,
});

describe('what the build weighs', () => {
  it('is of a first visit the program, the page and the longer language, each file once', () => {
    assert.deepEqual(
      told.pages.map(({ name, first }) => [name, first]),
      [
        ['/board', 10],
        ['/meetings/…', 10],
      ],
    );
  });

  it('is of a page alone what no other page uses', () => {
    assert.equal(told.pages[0].own, 1);
  });

  it('is later what neither a page nor a language needs at once', () => {
    assert.deepEqual([told.later, told.largestLater], [4, 3]);
  });
});
