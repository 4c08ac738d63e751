import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi } from '../support/start-api';
import { testOwnerUrl } from '../support/servers';
import { startApiProcess } from './api-process';
import { aCompany } from './company';
import { fuzz } from './run';
import { StateReader } from './state';
import { targetOf } from './target';

/** `npm run fuzz` asks for more requests, for another seed, or for one request of a seed alone. */
const { FUZZ_REQUESTS, FUZZ_SEED, FUZZ_ONLY } = process.env;
const isLong = FUZZ_REQUESTS !== undefined || FUZZ_ONLY !== undefined;

let api: RunningApi;
let state: StateReader;
beforeAll(async () => {
  api = await startApi(isLong ? { clock: new FixedClock(new Date().toISOString()) } : {});
  state = await StateReader.open(testOwnerUrl());
});
afterAll(async () => {
  await state.close();
  await api.stop();
});

test(
  'whatever is sent to any operation by anybody is answered as documented, and a refusal changes nothing',
  async () => {
    const company = await aCompany(api);
    const outside = isLong ? await startApiProcess() : null;
    const report = await fuzz(await targetOf(api, company, state, outside?.url), {
      requests: Number(FUZZ_REQUESTS ?? 1_800),
      seed: Number(FUZZ_SEED ?? 7),
      ...(FUZZ_ONLY === undefined ? {} : { only: Number(FUZZ_ONLY) }),
      ...(isLong ? {} : { seconds: 15 }),
      ...(isLong ? { onRound: ({ line }) => process.stderr.write(`\r${line}`) } : {}),
    });
    await outside?.stop();
    if (isLong || report.findings.length > 0) process.stderr.write(`\n${report.text()}\n`);
    expect(report.findings.map(({ what }) => what)).toEqual([]);
    expect(FUZZ_ONLY === undefined ? report.untouched : []).toEqual([]);
  },
  24 * 3_600_000,
);
