import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isConnectionFailure } from '@tandem/database';
import { LedgerComparisonReader, Projector } from '@tandem/metrics';
import { localDate, type Id } from '@tandem/kernel';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { stageIds } from '../builders/an-opportunity';
import { chosen, perform, type Scene } from '../builders/some-days';
import { openCutter, type Cutter } from '../support/cut-off';
import { startApi, type RunningApi } from '../support/start-api';

const wished = process.env;
const writers = Number(wished['WRITERS'] ?? 16);
/** Longer by hand: `SNAPSHOTS=200 npm test -- fact-ledger-writers`. */
const snapshots = Number(wished['SNAPSHOTS'] ?? 8);
const projectors = 2;
const killEveryMs = 150;
const fewestCuts = 3;
const longestMs = 60_000;
const whoFolds = `info LIKE '%INTO rollup_%' OR info LIKE '%folded_opportunity%' OR info LIKE '%fact_ledger%'`;

let api: RunningApi;
let cutter: Cutter;
let scene: Scene;
beforeAll(async () => {
  api = await startApi({ environment: { DATABASE_CONNECTIONS: '24' } });
  cutter = await openCutter();
  const officer = await api.as('revenue_officer');
  const accounts: Id<'account'>[] = [];
  for (let place = 0; place < 4; place++) accounts.push(await anAccount(api.database));
  const sources = [await aSource(api.database), await aSource(api.database)];
  const [stages, floor] = [await stageIds(officer), await aSalesFloor(api)];
  scene = { api, officer, stages, floor, accounts, sources, today: localDate(api.clock.now(), 'UTC') };
});
afterAll(async () => {
  await cutter.close();
  await api.stop();
});

const deeds = ['open', 'move', 'move', 'move', 'backdate', 'win', 'win', 'lose', 'reopen', 'own', 'belong', 'credit'];
const corrections = ['redate', 'withdraw'];

/** Numbers that a seed repeats. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

/** A busy server says "come again", and a connection that is cut takes down whatever was on it: both are as they should be. */
function unlessBroken(error: unknown): undefined {
  if (!isConnectionFailure(error) && !/"?code"?: ?"?database\./.test(told(error))) throw error;
}

const told = (error: unknown) => `${String(error)} ${JSON.stringify(error)}`;

test('many write, two fold and are cut off again and again, and in every snapshot the sums and the tail are what the records say', async () => {
  let isOn = true;
  let written = 0;
  let folds = 0;
  let cuts = 0;
  const write = async (number: number) => {
    const next = numbersFrom(Number(wished['SEED'] ?? 1) * 1_000 + number);
    for (; isOn; written++) {
      const does = chosen(next(8) === 0 ? corrections : deeds, next(100));
      await perform(scene, { does, pick: next(100), other: next(100) }).catch(unlessBroken);
    }
  };
  const fold = async () => {
    for (; isOn; folds++) {
      if (!(await api.app.get(Projector, { strict: false }).step().catch(unlessBroken))) await pause(20);
    }
  };
  const cut = async () => {
    // A statement lasts a moment only: who aims at one has to look often.
    while (isOn) {
      const hit = await cutter.cut(whoFolds);
      cuts += hit;
      await pause(hit > 0 ? killEveryMs : 1);
    }
  };
  const found: string[] = [];
  let looked = 0;
  const look = async () => {
    const until = performance.now() + longestMs;
    while (looked < snapshots || (cuts < fewestCuts && performance.now() < until)) {
      const differences = await api.app
        .get(LedgerComparisonReader, { strict: false })
        .differences()
        .catch(unlessBroken);
      if (!differences) {
        await pause(50);
        continue;
      }
      looked++;
      if (differences.length > 0) found.push(`snapshot ${looked}: ${JSON.stringify(differences.slice(0, 2))}`);
    }
    isOn = false;
  };
  for (let place = 0; place < 40; place++) await perform(scene, { does: 'open', pick: place, other: place });
  const writing = Array.from({ length: writers }, (_, number) => write(number));
  const folding = Array.from({ length: projectors }, fold);
  await Promise.all([look().finally(() => (isOn = false)), cut(), ...writing, ...folding]);
  expect(found).toEqual([]);
  expect(cuts).toBeGreaterThanOrEqual(fewestCuts);
  expect(written).toBeGreaterThan(writers);
  while (await api.app.get(Projector, { strict: false }).step());
  expect(await api.database.query('SELECT id FROM fact_tail')).toEqual([]);
  expect(await api.app.get(LedgerComparisonReader, { strict: false }).differences()).toEqual([]);
}, 300_000);
