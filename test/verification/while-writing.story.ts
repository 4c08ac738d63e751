import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HandOffWire, OpportunityWire } from '@tandem/contracts';
import { Verifier } from '@tandem/verification';
import { anOpportunity, stageIds } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { noRedis, startWorker, type TestWorker } from '../support/start-worker';

/** How long people write; longer by hand: `VERIFY_SECONDS=60 npm test -- while-writing`. */
const seconds = Number(process.env['VERIFY_SECONDS'] ?? 6);
const writers = 16;

let api: RunningApi;
let worker: TestWorker;
let manager: SignedInClient;
let marketer: SignedInClient;
let stages: Record<string, string>;

beforeAll(async () => {
  api = await startApi({ environment: { DATABASE_CONNECTIONS: '20' } });
  worker = await startWorker(api.clock, noRedis);
  manager = await api.as('manager');
  marketer = await api.as('marketer');
  stages = await stageIds(manager);
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

interface Written {
  readonly status: number;
  readonly body: OpportunityWire;
}

const onto = ({ id, version }: OpportunityWire, deed: string, body: object): Promise<Written> =>
  manager.post(`/opportunities/${id}/${deed}`, body, { version });
const moveTo = (one: OpportunityWire, stage: string) => onto(one, 'moves', { toStageId: stages[stage] });
const amount = (minor: number) => ({ amountMinor: String(minor), currency: 'USD' });

/** A life from its opening to its second win or its loss, with an edit the log takes no notice of. */
async function sell(place: number): Promise<void> {
  let one = await anOpportunity(manager, { amount: amount(1_000 + place) });
  const then = async (written: Promise<Written>) => (one = (await written).body);
  await then(manager.patch(`/opportunities/${one.id}`, { nextStep: 'Call' }, { version: one.version }));
  await then(moveTo(one, 'propose'));
  await then(manager.patch(`/opportunities/${one.id}`, { amount: amount(2_000 + place) }, { version: one.version }));
  if (place % 3 === 0) return void (await onto(one, 'loss', { reason: 'price' }));
  await then(moveTo(one, 'implement'));
  await then(onto(one, 'reopening', { toStageId: stages['negotiate'], note: 'Not yet' }));
  await moveTo(one, 'implement');
}

async function handOver(): Promise<void> {
  const { id, version } = await anOpportunity(marketer, { stage: 'qualify' });
  const offered = await marketer.post(
    `/opportunities/${id}/hand-offs`,
    { toTeamId: manager.person.teamId },
    { version },
  );
  const handOff = offered.body as HandOffWire;
  await manager.post(`/hand-offs/${handOff.id}/acceptance`, {}, { version: handOff.version });
}

test(
  'sixteen people write while everything is verified again and again, and no alarm is false',
  async () => {
    const until = performance.now() + seconds * 1_000;
    let lives = 0;
    let verified = 0;
    // On a busy machine the seconds may be over before everything was verified thrice.
    const isTime = () => performance.now() < until || verified < 3;
    const write = async (place: number) => {
      for (; isTime(); lives++) await (place % 4 === 0 ? handOver() : sell(place + lives));
    };
    const relay = async () => {
      for (; isTime(); api.clock.advance(17)) await worker.run('relay-outbox');
    };
    const verifier = api.app.get(Verifier, { strict: false });
    const found: string[] = [];
    const verify = async () => {
      for (; isTime(); verified++) {
        const { verdicts } = await verifier.verify();
        for (const { id, violations, examples } of verdicts)
          if (violations > 0) found.push(`${id}: ${violations}, such as ${JSON.stringify(examples[0])}`);
      }
    };
    await Promise.all([relay(), verify(), ...Array.from({ length: writers }, (_, place) => write(place))]);
    expect(found).toEqual([]);
    expect(lives).toBeGreaterThan(writers);
    expect((await verifier.verify()).violations).toBe(0);
  },
  (seconds + 60) * 1_000,
);
