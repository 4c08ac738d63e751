import { describe, expect, test } from '@jest/globals';
import { defaultStages, firstContract } from './default-funnel';
import { buyerSteps } from './stage';

const places = (wanted: (stage: (typeof defaultStages)[number]) => boolean) =>
  defaultStages.flatMap((stage, place) => (wanted(stage) ? [place] : []));

describe('the funnel an organisation starts with', () => {
  test('walks the steps of the buyer in order, each of them at least once', () => {
    const steps = defaultStages.map(({ buyerStep }) => buyerSteps.indexOf(buyerStep));
    expect(steps).toEqual([...steps].sort((one, other) => one - other));
    expect(new Set(steps).size).toBe(buyerSteps.length);
  });

  test('has one hand-off: every stage of marketing stands before every stage of sales', () => {
    const marketing = places(({ ownerSide }) => ownerSide === 'marketing');
    const sales = places(({ ownerSide }) => ownerSide === 'sales');
    expect(Math.max(...marketing)).toBeLessThan(Math.min(...sales));
  });

  test('is won from one stage on, for certain, and only sales wins', () => {
    const won = places((stage) => stage.class === 'won');
    expect(won).toEqual(places(() => true).slice(-won.length));
    for (const stage of defaultStages) expect(stage.class === 'won').toBe(stage.probability === 100);
    for (const place of won) expect(defaultStages[place]?.ownerSide).toBe('sales');
  });

  test('grows more probable with each open stage', () => {
    const open = defaultStages.filter((stage) => stage.class === 'open').map(({ probability }) => probability);
    expect(open).toEqual([...new Set(open)].sort((one, other) => one - other));
  });

  test('names each stage in both languages', () => {
    for (const { name, nameZh } of defaultStages) {
      expect(name).toMatch(/^[A-Z]/);
      expect(nameZh).toMatch(/\p{Script=Han}/u);
    }
  });

  test('its contract gives time to answer before an offer expires', () => {
    expect(firstContract.responseMinutes).toBeLessThan(firstContract.expiryDays * 24 * 60);
    expect(firstContract.rejectionReasons.length).toBeGreaterThan(0);
  });
});
