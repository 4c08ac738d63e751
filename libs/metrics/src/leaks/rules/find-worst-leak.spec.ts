import fc from 'fast-check';
import type { CohortCounts } from '../../rules/convert-cohort';
import { ratioText } from '../../rules/ratio';
import { enoughToTell, findWorstLeak } from './find-worst-leak';

const of = (converted: number, mature: number): CohortCounts => ({ entered: mature, mature, converted });
const step = (key: string, latest: CohortCounts, before: CohortCounts) => ({ key, latest, before });

describe('the worst leak of a week', () => {
  it('is where the most went missing, not where the rate fell furthest', () => {
    const { verdict, worst } = findWorstLeak([
      step('few pass', of(2, 20), of(40, 80)),
      step('many pass', of(120, 400), of(640, 1_600)),
    ]);
    expect(verdict).toBe('fell');
    expect(worst).toMatchObject({ key: 'many pass', lost: 280 });
    expect(worst?.rate && ratioText(worst.rate)).toBe('0.3');
    expect(worst?.beforeRate && ratioText(worst.beforeRate)).toBe('0.4');
  });

  it('weighs the weeks before by their volume', () => {
    // 10 of 10 in a quiet week and 30 of 90 in a busy one are 40 of 100, not two thirds.
    const { worst } = findWorstLeak([step('a', of(3, 12), of(40, 100))]);
    expect(worst?.beforeRate && ratioText(worst.beforeRate)).toBe('0.4');
  });

  it('prefers a fall beyond chance to a larger one that may be chance', () => {
    const { verdict, worst } = findWorstLeak([
      step('maybe', of(80, 200), of(360, 800)),
      step('surely', of(1, 20), of(30, 80)),
    ]);
    expect([verdict, worst?.key]).toEqual(['fell', 'surely']);
  });

  it('says when a fall may be chance', () => {
    const { verdict, worst } = findWorstLeak([step('a', of(4, 12), of(50, 100))]);
    expect([verdict, worst?.key]).toEqual(['within_chance', 'a']);
  });

  it('names the step that loses most where nothing fell', () => {
    const { verdict, worst } = findWorstLeak([step('a', of(10, 20), of(40, 80)), step('b', of(30, 60), of(100, 240))]);
    expect([verdict, worst?.key]).toEqual(['held', 'b']);
  });

  it.each([
    ['in the week', of(0, 9), of(80, 100)],
    ['before', of(0, 40), of(9, 9)],
  ])('does not tell from too few cases %s', (_, latest, before) => {
    expect(findWorstLeak([step('a', latest, before)])).toMatchObject({ verdict: 'too_few', worst: { key: 'a' } });
  });

  it('speaks of no step where nothing was decided', () => {
    expect(findWorstLeak([step('a', of(0, 0), of(0, 0))])).toMatchObject({ verdict: 'too_few', worst: null });
  });

  it('never calls a step the worst that kept its rate while another fell', () => {
    const cohort = fc
      .tuple(fc.nat(300), fc.nat(300))
      .map(([one, other]) => of(Math.min(one, other), Math.max(one, other)));
    const steps = fc.array(fc.record({ latest: cohort, before: cohort }), { maxLength: 6 });
    fc.assert(
      fc.property(steps, (given) => {
        const { verdict, worst } = findWorstLeak(given);
        if (verdict !== 'fell' && verdict !== 'within_chance') return;
        expect(worst?.latest.mature).toBeGreaterThanOrEqual(enoughToTell);
        expect(Number(worst?.rate && ratioText(worst.rate))).toBeLessThan(
          Number(worst?.beforeRate && ratioText(worst.beforeRate)),
        );
      }),
    );
  });
});
