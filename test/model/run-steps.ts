import { kept } from './compare';
import { written } from './copy';
import { explain, type Happened } from './explain';
import { resolve, type Step } from './intents';
import { beginning, endRun, newWorld, perform, setClock, type Made, type Product } from './product';
import { newModel, type Model, type Op } from './reference-words';
import { viewOf } from './view';

/** How often each act was done and refused, so that a generator that gets nowhere is noticed. */
export type Tally = Map<string, number>;

/** One run: the same things happen to the product and to the reference, and they must agree all along and at the end. */
export class Run {
  private models: readonly Model[] = [newModel(beginning)];
  private names = 0;

  private constructor(
    private readonly product: Product,
    private readonly made: Made,
    private readonly tally: Tally,
  ) {}

  /** A run begins with one opportunity on either side and one that is won, so that there is something to happen to. */
  static async begin(product: Product, tally: Tally): Promise<Run> {
    const made = await newWorld(product);
    const run = new Run(product, made, tally);
    for (const model of run.models)
      for (const account of made.ids.keys()) model.accounts.set(account, { version: 1, mergedInto: null });
    const open = { does: 'open', how: 'apt', which: 0, who: 'officer', amount: null } as const;
    await run.take({ atOnce: [{ ...open, to: 'qualify' }] });
    await run.take({ atOnce: [{ ...open, to: 'propose' }] });
    await run.take({ atOnce: [{ ...open, to: 'negotiate' }] });
    await run.take({ atOnce: [{ ...open, does: 'move', which: 1, to: 'implement', amount: 10_000 }] });
    return run;
  }

  async take(step: Step): Promise<void> {
    if ('waitHours' in step) return this.wait(step.waitHours);
    const [model] = this.models;
    const ops = step.atOnce.flatMap((intent) => (model && resolve(model, intent, `no ${++this.names}`)) ?? []);
    const happened = await Promise.all(
      ops.map(async (op): Promise<Happened> => ({ op, verdict: await perform(this.product, op, this.made) })),
    );
    const after = explain(this.models, happened);
    if (after.length === 0) throw new Error(unexplained(this.models, happened));
    this.models = after;
    for (const { op, verdict } of happened) this.count(op, verdict.says);
  }

  /** What is kept must be what the reference says, to the last row of the log. */
  async end(): Promise<void> {
    await endRun(this.product, this.made);
    const found = written(await kept(this.product, this.made));
    const expected = this.models.map((model) => written(viewOf(model)));
    if (!expected.includes(found))
      throw new Error(
        `kept is   ${found.replaceAll('",', '",\n  ')}\nwanted is ${expected.join('\n       or ').replaceAll('",', '",\n  ')}`,
      );
  }

  private async wait(hours: number): Promise<void> {
    for (const model of this.models) model.now += hours * 3_600_000;
    await setClock(this.product, this.models[0]?.now ?? 0);
  }

  private count({ does }: Op, says: string): void {
    this.tally.set(`${does} ${says}`, (this.tally.get(`${does} ${says}`) ?? 0) + 1);
  }
}

const unexplained = (models: readonly Model[], happened: readonly Happened[]): string =>
  `no order explains\n${happened.map((one) => written(one)).join('\n')}\nafter ${models.map(written).join('\n or ')}`;
