import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let viewer: SignedInClient;
beforeAll(async () => {
  api = await startApi();
  viewer = await api.as('viewer');
});
afterAll(() => api.stop());

const ask = async (period: string): Promise<string[]> => {
  const paths = ['scoreboard?', 'closings/records?', 'funnel?', 'funnel/records?row=prospect&'];
  const answers = await Promise.all(paths.map((path) => viewer.get(`/figures/${path}period=${period}`)));
  return [...new Set(answers.map(({ status, body }) => `${status} ${body.code ?? body.range.key}`))];
};

test('a period of millennia or at the end of the calendar is refused at once, and holds nobody up', async () => {
  expect(await ask('1901-01-01..9000-12-31')).toEqual(['400 period.too_long']);
  expect(await ask('2016-11-01..2026-12-31')).toEqual(['400 period.too_long']);
  for (const period of ['1900', '1900-Q1', '9999', '9999-Q4', '9999-W52', '9999-12-01..9999-12-31', '0001-W01'])
    expect(await ask(period)).toEqual(['400 period.unknown']);
});

test('ten years are a period', async () => {
  expect(await ask('2017-01-01..2026-12-31')).toEqual(['200 2017-01-01..2026-12-31']);
});
