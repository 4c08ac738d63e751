import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aSalesFloor } from '../builders/a-sales-floor';
import { forgetWork } from '../support/forget-work';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { passTo } from '../support/told-figures';
import { agreed, compareMeanwhile } from './hold-against';
import { readHistory } from './history/read-history';
import { askingsOf } from './subjects/all-subjects';
import type { Question } from './subjects/subject';
import { caseOfBerlin, theCases, type Case, type Expected, type Setting } from './the-cases';

let api: RunningApi;
let officer: SignedInClient;

/** Much is asked of each. */
const limitMs = 60_000;

const asked = (period: string, reading: Question['reading'], asOf?: string): Question => ({
  period,
  reading,
  asOf,
  scope: {},
});

/** What is asked of every case: some spans, both readings, of now and as of past days. */
const questions: readonly Question[] = [
  asked('2026-Q1', 'restated'),
  asked('2026-Q1', 'reported'),
  asked('2026-Q2', 'restated'),
  asked('2026-Q2', 'reported'),
  asked('2026-Q3', 'restated'),
  asked('2026-W13', 'restated'),
  asked('2026-Q1', 'reported', '2026-03-31'),
  asked('2026-Q2', 'restated', '2026-04-30'),
];

/** It happens, product and reference agree on all of it, and both say what the definitions say. */
async function comesTo(one: Case): Promise<void> {
  await forgetWork(['booking_restatement', 'account_merge', 'expense_line', 'quota', 'target', 'period_lock']);
  await passTo(api, '2026-05-04T12:00:00Z');
  const setting: Setting = { api, officer, floor: await aSalesFloor(api) };
  await one.happens(setting);
  await passTo(api, '2026-11-23T09:00:00Z');
  const history = await readHistory(api.database);
  // Of each question other thirds, so that everything that can be asked is asked of every case about some span.
  const askings = questions.flatMap(askingsOf).filter((_, place) => place % 3 === 0);
  agreed(await compareMeanwhile(api, askings), history);
  for (const expected of one.expected) {
    const { period, reading = 'restated', person } = expected;
    const scope = person ? { personId: setting.floor[person] } : {};
    const told = askingsOf({ period, reading, scope });
    if (person) agreed(await compareMeanwhile(api, told), history);
    const asking = told.find(({ path }) => path.startsWith(pathOf(expected)) && path.endsWith(endOf(expected)));
    const said = asking?.reckon(history, api.clock.now()).get(expected.of);
    expect({ ...expected, said: said?.slice(0, expected.says.length) }).toEqual({ ...expected, said: expected.says });
    expect(said).toContain(expected.andSays ?? '');
  }
}

function pathOf({ flow, form, mode }: Expected): string {
  if (form) return '/metrics/waterfall?';
  if (flow) return `/metrics/${flow}`;
  return mode ? 'funnel' : 'scoreboard';
}
function endOf({ flow, form, mode }: Expected): string {
  if (flow) return '';
  if (form) return `closing=in_period&form=${form}`;
  return mode ? `side=seller&mode=${mode}` : 'by=team';
}

describe('cases that any implementation must get right, in UTC', () => {
  beforeAll(async () => {
    api = await startApi();
    officer = await api.as('revenue_officer');
  });
  afterAll(() => api.stop());

  test.each(theCases)('case $name', comesTo, limitMs);
});

describe('cases that any implementation must get right, in Berlin', () => {
  beforeAll(async () => {
    api = await startApi({ organisation: { zone: 'Europe/Berlin' } });
    officer = await api.as('revenue_officer');
  });
  afterAll(() => api.stop());

  test.each([caseOfBerlin])('case $name', comesTo, limitMs);
});
