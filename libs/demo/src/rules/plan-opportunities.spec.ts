import { articles, sources } from '../outline/offer';
import { overseasRoots, overseasTrades, taiwanRoots, taiwanTrades } from '../outline/customers';
import { dayAt, instantOn } from './calendar';
import { drawFrom } from './draw';
import { makeAccounts } from './make-accounts';
import { planOpportunities, type Market, type PlannedOpportunity } from './plan-opportunities';

const now = new Date('2026-11-23T06:00:00Z');
const accounts = makeAccounts(drawFrom(7, 'accounts'), { taiwanRoots, taiwanTrades, overseasRoots, overseasTrades });
const seller = (key: string) => ({ key, team: 'team', skill: 1 });
const market: Market = {
  accounts,
  articles,
  sources: Object.entries(sources).map(([key, { side, weight }]) => [{ key, side }, weight] as const),
  homeReps: [seller('rep'), seller('other')],
  overseasReps: [seller('abroad')],
  marketers: [[seller('marketer'), 1]],
};
/** Minutes of a day from nine to six in Taipei, every day. */
function withinOfficeHours(from: Date, minutes: number): Date {
  const left = instantOn(dayAt(from), 1080).getTime() - from.getTime();
  if (minutes * 60_000 <= left) return new Date(from.getTime() + minutes * 60_000);
  return withinOfficeHours(instantOn(dayAt(from) + 1, 540), minutes - Math.floor(left / 60_000));
}
const planned = (seed: number): PlannedOpportunity[] =>
  planOpportunities(market, {
    seed,
    count: 2700,
    from: dayAt(now) - 548,
    now,
    workingLater: withinOfficeHours,
  });
const all = planned(7);
const last = ({ journey }: PlannedOpportunity) => journey.steps.at(-1);
const ended = (outcome: string) => all.filter((one) => last(one)?.outcome === outcome).length;

describe('planning the opportunities of the demo', () => {
  it('comes out the same for the same seed', () => {
    expect(planned(7)).toEqual(all);
  });

  it('lets nobody work between ten at night and seven in the morning, nor before what went before', () => {
    for (const { journey } of all)
      for (const [place, { at }] of journey.steps.entries()) {
        const hour = (at.getUTCHours() + 8) % 24;
        expect(hour >= 7 && hour < 22).toBe(true);
        expect(at <= now && at > (journey.steps[place - 1]?.at ?? new Date(0))).toBe(true);
      }
  });

  it('has about three thousand, of which a believable part is won', () => {
    expect(all.length).toBeGreaterThan(2700);
    expect(all.length).toBeLessThan(3200);
    const rate = ended('won') / (ended('won') + ended('lost'));
    expect(rate).toBeGreaterThan(0.2);
    expect(rate).toBeLessThan(0.4);
    expect(ended('open')).toBeGreaterThan(300);
    expect(ended('cancelled')).toBeGreaterThan(50);
  });

  it('tells only what has happened, in order', () => {
    for (const { journey } of all) {
      const times = journey.steps.map(({ at }) => at.getTime());
      expect(times.every((time, place) => time <= now.getTime() && time >= (times[place - 1] ?? 0))).toBe(true);
      expect(journey.offers.every(({ answeredAt }) => answeredAt === null || answeredAt <= now)).toBe(true);
    }
  });

  it('knows late, rejected and returned hand-offs, reopened wins and renewals', () => {
    const offers = all.flatMap(({ journey }) => journey.offers);
    const states = new Set(offers.map(({ state }) => state));
    for (const state of ['accepted', 'expired', 'rejected', 'returned'] as const) expect(states).toContain(state);
    expect(offers.some(({ answeredAt, dueAt }) => answeredAt && answeredAt > dueAt)).toBe(true);
    const wins = all.map(
      ({ journey }) => journey.steps.filter(({ stage, outcome }) => stage === 'implement' && outcome === 'won').length,
    );
    expect(Math.max(...wins)).toBe(2);
    expect(all.some(({ bookingType }) => bookingType === 'renewal')).toBe(true);
  });

  it('keeps an open offer in the stages of marketing', () => {
    const waiting = all.filter(({ journey }) => journey.offers.some(({ state }) => state === 'offered'));
    expect(waiting.every((one) => last(one)?.stage === 'qualify')).toBe(true);
  });
});
