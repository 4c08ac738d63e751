import { drawFrom } from './draw';
import { planTouches } from './plan-touches';

const moments = [3, 9, 20].map((day) => ({
  at: new Date(Date.UTC(2026, 4, day, 8)),
  side: day < 10 ? ('marketing' as const) : ('sales' as const),
}));
const others = { sources: ['web', 'fair'], campaignOn: (source: string) => (source === 'fair' ? 'spring' : null) };
const planned = Array.from({ length: 200 }, (_, place) =>
  planTouches(drawFrom(7, `touches ${place}`), { moments, source: 'web', campaign: null }, others),
);

describe('touches of the demo', () => {
  it('begin before the opportunity, with its own source, and none lies behind the last change', () => {
    for (const [first, ...later] of planned.filter((touches) => touches.length > 0)) {
      expect(first?.source).toBe('web');
      expect(Number(first?.at)).toBeLessThan(Date.UTC(2026, 4, 3, 8));
      for (const { at } of later) expect(Number(at)).toBeLessThan(Date.UTC(2026, 4, 20, 8));
    }
  });

  it('are missing for a few, and of more than one source for some', () => {
    expect(planned.filter((touches) => touches.length === 0).length).toBeGreaterThan(3);
    expect(planned.filter((touches) => touches.some(({ campaign }) => campaign === 'spring')).length).toBeGreaterThan(
      20,
    );
  });
});
