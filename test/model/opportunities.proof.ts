import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { startApi, type RunningApi } from '../support/start-api';
import { everyAct, step, type Step } from './intents';
import { productOf, type Product } from './product';
import { Run, type Tally } from './run-steps';

const wished = process.env;
const runs = Number(wished['MODEL_RUNS'] ?? 60);
const limitMs = 120_000 + runs * 3_000;
const replay = {
  ...(wished['MODEL_SEED'] ? { seed: Number(wished['MODEL_SEED']) } : {}),
  ...(wished['MODEL_PATH'] ? { path: wished['MODEL_PATH'] } : {}),
};

let api: RunningApi;
let product: Product;
const tally: Tally = new Map();
beforeAll(async () => {
  api = await startApi();
  product = await productOf(api);
});
afterAll(() => api.stop());

class Taking implements fc.AsyncCommand<object, Run> {
  constructor(private readonly taken: Step) {}
  check = () => true;
  run = (_: object, run: Run) => run.take(this.taken);
  toString = () => JSON.stringify(this.taken);
}

const stories = fc.commands([step.map((taken) => new Taking(taken))], {
  maxCommands: 20,
  size: '+1',
  ...(wished['MODEL_REPLAY'] ? { replayPath: wished['MODEL_REPLAY'] } : {}),
});

async function tell(teller: Product, steps: readonly Step[], meanwhile = async () => {}): Promise<void> {
  const run = await Run.begin(teller, new Map());
  for (const each of steps) await run.take(each);
  await meanwhile();
  await run.end();
}

const tellRandomly = (numRuns: number, withinMs: number, again = {}): Promise<void> =>
  fc.assert(
    fc.asyncProperty(stories, async (commands) => {
      const run = await Run.begin(product, tally);
      await fc.asyncModelRun(() => ({ model: {}, real: run }), commands);
      await run.end();
    }),
    // A failure that takes long to make smaller is better told as it is than not at all.
    { numRuns, ...again, plugins: [fc.interruptAfterTimeLimit(withinMs, { failOnInterrupt: true })] },
  );

test(
  `${runs} random stories end as the reference says, whoever acts at once`,
  () => tellRandomly(runs, limitMs - 10_000, replay),
  limitMs,
);

const wanting = (): string[] => everyAct.filter((act) => !tally.has(`${act} done`) && !tally.has(`${act} quiet`));

test(
  'the stories get somewhere: everything that can be done is done',
  async () => {
    if (runs < 60) return;
    // What is seldom done may be missing from sixty stories, but not from many more.
    for (let more = 0; more < 10 && wanting().length > 0; more++) await tellRandomly(20, limitMs);
    expect(wanting()).toEqual([]);
  },
  limitMs,
);

const regressions = new URL('regressions/', import.meta.url);

test.each(readdirSync(regressions).toSorted())('once told, always true: %s', async (file) => {
  const { steps } = JSON.parse(readFileSync(new URL(file, regressions), 'utf8')) as { steps: Step[] };
  for (let time = 0; time < 3; time++) await tell(product, steps);
});

describe('a product that lies is found out', () => {
  const win: Step = {
    atOnce: [{ does: 'move', how: 'apt', which: 0, amount: 10_000, who: 'officer', to: 'implement' }],
  };
  const late: Step = { atOnce: [{ does: 'edit', how: 'late', which: 0, amount: null, who: 'officer' }] };

  /** The officer's requests take a turn on their way. */
  const turned = (
    turn: (send: Product['people']['officer']['send']) => Product['people']['officer']['send'],
  ): Product => {
    const { officer } = product.people;
    const send = turn(officer.send.bind(officer));
    return {
      ...product,
      people: { ...product.people, officer: Object.assign(Object.create(officer) as typeof officer, { send }) },
    };
  };

  test('when it takes a change made on an old version', async () => {
    const deaf = turned((send) => async (method, path, body, options) => {
      const answer = await send(method, path, body, options);
      return answer.status === 412 ? send(method, path, body, { version: answer.body.current.version }) : answer;
    });
    await expect(tell(deaf, [late])).rejects.toThrow('no order explains');
  });

  test('when it does a thing twice', async () => {
    const twice = turned((send) => async (method, path, body, options) => {
      if (path.endsWith('/moves')) await send('PATCH', path.replace('/moves', ''), { name: 'twice' }, options);
      return send(method, path, body, path.endsWith('/moves') ? { version: (options?.version ?? 0) + 1 } : options);
    });
    await expect(tell(twice, [win])).rejects.toThrow('no order explains');
  });

  test('when it loses a change it has acknowledged', async () => {
    const forget = () =>
      api.database.write(async () => {
        await api.database.run(
          `UPDATE opportunity SET amount_minor = 9999 WHERE outcome = 'won' AND amount_minor = 10000`,
        );
      });
    await expect(tell(product, [win], forget)).rejects.toThrow('implement won 9999');
  });

  test('when an event is told to nobody', async () => {
    const hush = () =>
      api.database.write(async () => {
        await api.database.run(`DELETE FROM outbox_event WHERE topic = 'opportunity.won'`);
      });
    await expect(tell(product, [win], hush)).rejects.toThrow('events');
  });
});
