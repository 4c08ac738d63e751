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
const snapshots = Number(wished['SNAPSHOTS'] ?? 5);
const rebuilds = Number(wished['REBUILDS'] ?? 2);
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
  // Families of three, of which nobody who goes by the order of ids has two at a time.
  for (let place = 0; place < 12; place++) {
    const parentId = place < 4 ? null : chosen(accounts, place % 4);
    accounts.push(await anAccount(api.database, { parentId }));
  }
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

const numbersOf = (writer: number) => numbersFrom(Number(wished['SEED'] ?? 1) * 1_000 + writer);

async function writeOne(next: (below: number) => number): Promise<void> {
  const does = chosen(next(8) === 0 ? corrections : deeds, next(100));
  await perform(scene, { does, pick: next(100), other: next(100) }).catch(unlessBroken);
}

/** A busy server says "come again", and a connection that is cut takes down whatever was on it: both are as they should be. */
function unlessBroken(error: unknown): undefined {
  if (!isConnectionFailure(error) && !/"?code"?: ?"?database\./.test(told(error))) throw error;
}

const told = (error: unknown) => `${String(error)} ${JSON.stringify(error)}`;

const differences = () => api.app.get(LedgerComparisonReader, { strict: false }).differences();
const projector = () => api.app.get(Projector, { strict: false });

test('many write, two fold and are cut off again and again, and in every snapshot the sums and the tail are what the records say', async () => {
  let isOn = true;
  let written = 0;
  let folds = 0;
  let cuts = 0;
  const write = async (number: number) => {
    for (const next = numbersOf(number); isOn; written++) await writeOne(next);
  };
  const fold = async () => {
    for (; isOn; folds++) {
      if (!(await projector().step().catch(unlessBroken))) await pause(20);
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
      const wrong = await differences().catch(unlessBroken);
      if (!wrong) {
        await pause(50);
        continue;
      }
      looked++;
      if (wrong.length > 0) found.push(`snapshot ${looked}: ${JSON.stringify(wrong.slice(0, 2))}`);
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
  while (await projector().step());
  expect(await api.database.query('SELECT id FROM fact_tail')).toEqual([]);
  expect(await differences()).toEqual([]);
}, 300_000);

test('three make all sums anew in small parts while many write and one folds, cut off again and again, and every time they are what the records say', async () => {
  const pace = { most: 3, readsFor: 1_000, mostSums: 1_000 };
  const build = () => projector().build(() => undefined, pace);
  let isOn = true;
  let cuts = 0;
  const write = async (number: number) => {
    for (const next = numbersOf(number); isOn;) await writeOne(next);
  };
  const join = async () => {
    while (isOn) {
      await build().catch(unlessBroken);
      await pause(5);
    }
  };
  const fold = async () => {
    while (isOn) if (!(await projector().step().catch(unlessBroken))) await pause(5);
  };
  const cut = async () => {
    while (isOn) {
      cuts += await cutter.cut(`${whoFolds} OR info LIKE '%ledger_part%'`);
      await pause(killEveryMs);
    }
  };
  const found: string[] = [];
  const rebuild = async () => {
    for (let built = 0; built < rebuilds || cuts < fewestCuts;) {
      const wrong = await projector().begin().then(build).then(differences).catch(unlessBroken);
      if (!wrong) continue;
      built++;
      if (wrong.length > 0) found.push(`rebuild ${built}: ${JSON.stringify(wrong.slice(0, 2))}`);
    }
  };
  const writing = Array.from({ length: writers }, (_, number) => write(number));
  await Promise.all([rebuild().finally(() => (isOn = false)), join(), join(), fold(), cut(), ...writing]);
  expect(found).toEqual([]);
  while (await projector().step());
  expect(await differences()).toEqual([]);
  expect(await api.database.query('SELECT kind FROM ledger_part')).toEqual([]);
}, 300_000);
