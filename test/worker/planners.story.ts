import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { addDays, date, localDate, localTime, weekdayOf } from '@tandem/kernel';
import { AgendaPlanner } from '@tandem/meetings';
import { aSeries } from '../builders/a-series';
import { startApi, type RunningApi } from '../support/start-api';
import { noRedis, startWorker, type TestWorker } from '../support/start-worker';

/** Ten years of fifty zones take minutes: `PLANNED_WEEKS=520 PLANNED_ZONES=50`. The rule alone is tried over all of them in its spec. */
const weeks = Number(process.env['PLANNED_WEEKS'] ?? 10);
const zoneCount = Number(process.env['PLANNED_ZONES'] ?? 6);
jest.setTimeout(30_000 + weeks * zoneCount * 200);

const chosen = [
  'America/New_York',
  'Asia/Taipei',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
];
const zones = [...new Set([...chosen, ...Intl.supportedValuesOf('timeZone')])].slice(0, zoneCount);
const skewsMs = [90_000, -90_000, 7_000, -86_400_000 / 2];
/** Ten weeks from here hold a week 53, a turn of the year and, in the south, a change of the clocks. */
const firstDate = date('2026-12-21');
const weekMs = 7 * 86_400_000;
/** The fourth week nobody looks at all. */
const isLookedAt = (week: number): boolean => week % 4 !== 3 || week === weeks - 1;

let api: RunningApi;
let workers: TestWorker[];
beforeAll(async () => {
  api = await startApi();
  workers = await Promise.all(skewsMs.map(() => startWorker(api.clock, noRedis)));
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await api.stop();
});

test(`four planners whose clocks differ write one agenda a week in ${zoneCount} zones for ${weeks} weeks`, async () => {
  const chair = await api.as('revenue_officer');
  const keys = new Map<string, string>();
  for (const zone of zones) {
    const { id } = await aSeries(api, { chair: chair.person }, { zone, firstDate, agendaLeadMinutes: 600 });
    keys.set(id, zone);
  }
  const start = Date.parse(firstDate);
  for (let week = 0; week < weeks; week++) {
    if (!isLookedAt(week)) continue;
    const now = start + week * weekMs + 43_200_000;
    await Promise.all(
      workers.map((worker, place) =>
        worker.act(() =>
          worker.app.get(AgendaPlanner, { strict: false }).planDue(new Date(now + (skewsMs[place] ?? 0))),
        ),
      ),
    );
  }
  const rows = await api.database.query<{ seriesId: string; isoWeek: string; startsAt: Date; letters: string }>(
    `SELECT a.series_id AS seriesId, a.iso_week AS isoWeek, a.starts_at AS startsAt, COALESCE(d.letters, 0) AS letters
     FROM agenda a LEFT JOIN (SELECT subject_id, COUNT(*) AS letters FROM delivery GROUP BY subject_id) d ON d.subject_id = a.id
     ORDER BY a.starts_at`,
  );
  expect(rows).toHaveLength(weeks * zones.length);
  for (const [id, zone] of keys) {
    const own = rows.filter(({ seriesId }) => seriesId === id);
    expect(own.map(({ startsAt }) => localDate(startsAt, zone))).toEqual(
      Array.from({ length: weeks }, (_, week) => addDays(firstDate, week * 7)),
    );
    expect(new Set(own.map(({ isoWeek }) => isoWeek)).size).toBe(weeks);
    for (const [week, { startsAt, letters }] of own.entries()) {
      expect([localTime(startsAt, zone), weekdayOf(localDate(startsAt, zone))]).toEqual(['09:30', 1]);
      if (isLookedAt(week)) expect([week, Number(letters)]).toEqual([week, 1]);
      else expect(Number(letters)).toBeLessThanOrEqual(1);
    }
  }
});
