import { addDays, date, daysBetween, type PlainDate } from '@tandem/kernel';
import fc from 'fast-check';
import { planSpans, type Span } from './plan-spans';

const epoch = date('2025-12-15');
const aDay = fc.nat(200).map((days) => addDays(epoch, days));
const monthOf = (day: PlainDate) => `${day.slice(0, 7)}-01` as PlainDate;

/** Whether a row that counts on a day and was known on another is read by a span, in its own grain. */
function reads({ grain, from, until, knownFrom, knownUntil }: Span, day: PlainDate, known: PlainDate): boolean {
  const [counts, learned] = grain === 'month' ? [monthOf(day), monthOf(known)] : [day, known];
  return (
    counts >= from &&
    counts < until &&
    (knownFrom === null || learned >= knownFrom) &&
    (knownUntil === null || learned < knownUntil)
  );
}

test('every event of the days that was known by then is read exactly once, and no other', () => {
  fc.assert(
    fc.property(aDay, aDay, fc.option(aDay), aDay, aDay, (one, other, asOf, day, known) => {
      const [from, until] = one < other ? [one, other] : [other, one];
      const times = planSpans(from, until, asOf).filter((span) => reads(span, day, known)).length;
      const counts = day >= from && day < until && (asOf === null || known <= asOf);
      expect(times).toBe(counts ? 1 : 0);
    }),
    { numRuns: 5_000 },
  );
});

test('a quarter is three rows by month, and as of a day in it one month more by day', () => {
  const [from, until] = [date('2026-01-01'), date('2026-04-01')];
  expect(planSpans(from, until, null)).toEqual([{ grain: 'month', from, until, knownFrom: null, knownUntil: null }]);
  expect(planSpans(from, until, date('2026-03-10')).map(({ grain }) => grain)).toEqual(['month', 'day']);
});

test('a week within a month is read by day', () => {
  const spans = planSpans(date('2026-03-02'), date('2026-03-09'), null);
  expect(spans.map(({ grain, from, until }) => [grain, daysBetween(from, until)])).toEqual([['day', 7]]);
});
