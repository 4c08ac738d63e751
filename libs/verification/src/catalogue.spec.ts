import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { hasText } from '@tandem/language';
import { catalogue } from './catalogue';

const ids = catalogue.map(({ id }) => id);
const manual = readFileSync(new URL('../../../docs/verify.md', import.meta.url), 'utf8');

describe('the laws of the records', () => {
  test('have each an id of their own', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(ids)('%s says in both languages what must be true and what to do, and stands in the manual', (id) => {
    for (const locale of ['en', 'zh-TW'])
      for (const part of ['law', 'advice']) expect(hasText(locale, `verification:${part}.${id}`)).toBe(true);
    expect(manual).toContain(`| ${id} |`);
  });
});
