import fc from 'fast-check';
import { foldWords, likeness } from './fold-words';

describe('words compared loosely', () => {
  it('are the same whatever their case, signs and width', () => {
    expect(['Deal - Stage *', 'deal_stage', 'ＤＥＡＬ ＳＴＡＧＥ'].map(foldWords)).toEqual(Array(3).fill('dealstage'));
  });

  it('are more alike the more pairs of letters they share', () => {
    expect(likeness('negotiation', 'negotiate')).toBeGreaterThan(0.7);
    expect(likeness('negotiation', 'proposal')).toBeLessThan(0.3);
    expect(likeness('提案', '提案')).toBe(1);
    expect(likeness('', '')).toBe(0);
  });

  it('are as alike one way as the other, and never more than the same', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (one, other) => {
        expect(likeness(one, other)).toBeCloseTo(likeness(other, one));
        expect(likeness(one, other)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
