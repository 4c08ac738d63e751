import { hasText } from '@tandem/language';
import { catalogue } from '../catalogue';
import { edgeCases } from './edge-cases';
import { cardOf, figureCards } from './figure-cards';
import { definitionsOf, purposeNames, purposes } from './purposes';
import { sayCard, sayDefinitionOf, sayEdgeCase, sayMeaning, sayPurpose } from './say-card';

const locales = ['en', 'zh-TW'] as const;

describe('the cards of figures', () => {
  test('declare every figure once, those of the scoreboard first and as they are computed', () => {
    const keys = figureCards.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.slice(0, catalogue.length)).toEqual(catalogue.map(({ key }) => key));
    for (const { key, unit, betterWhen } of catalogue) expect(cardOf(key)).toMatchObject({ unit, betterWhen });
  });

  test('have no key that is the address of an answer', () => {
    const addresses = new Set(
      figureCards.flatMap(({ parts }) => parts.map(({ route }) => route.split('/')[1])).concat('choices'),
    );
    expect(figureCards.filter(({ key }) => addresses.has(key))).toEqual([]);
  });

  test.each(locales)('say everything in %s, and each its own', (locale) => {
    for (const { says } of figureCards) {
      expect(Object.values(says).filter((key) => typeof key !== 'string' || !hasText(locale, key))).toEqual([]);
    }
    const formulas = figureCards.map(({ says }) => sayCard(locale, says).formula);
    expect(new Set(formulas).size).toBe(formulas.length);
  });

  test.each(locales)('name every edge case, purpose and rival in %s', (locale) => {
    const said = [
      ...edgeCases.map((code) => sayEdgeCase(locale, code)),
      ...purposeNames.flatMap((purpose) => [
        sayPurpose(locale, purpose),
        ...definitionsOf(purpose).map((definition) => sayDefinitionOf(locale, purpose, definition).meaning),
      ]),
    ];
    expect(said.filter((sentence) => /^\S+\.\S+$/.test(sentence))).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
  });

  test('use every edge case, and have rivals for every purpose', () => {
    const used = new Set(figureCards.flatMap((card) => card.edgeCases));
    expect(edgeCases.filter((code) => !used.has(code))).toEqual([]);
    for (const purpose of purposeNames) {
      const rivals = figureCards.filter((card) => card.purpose === purpose);
      expect(rivals.length).toBeGreaterThan(0);
      expect(definitionsOf(purpose)).toContain(purposes[purpose].usual);
      for (const { definition } of rivals) {
        expect(definition === null || definitionsOf(purpose).includes(definition)).toBe(true);
      }
    }
  });

  test('each have edge cases, dimensions, tables and parts that open into records', () => {
    for (const { edgeCases: cases, dimensions, sources, parts } of figureCards) {
      expect([cases, dimensions, sources, parts].map(({ length }) => length > 0)).toEqual([true, true, true, true]);
      expect(parts.every(({ records }) => /^[a-z_/-]+\/records(\?.+)?$/.test(records))).toBe(true);
    }
  });

  test('are known by their key alone', () => {
    expect(sayMeaning('en', 'win_rate_narrow').name).toBe('Win rate, narrow');
    expect(() => cardOf('none')).toThrow('There is no figure “none”.');
  });
});
