import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { catalogue, type CheckId } from './catalogue';
import { ConsistentViews } from './consistent-views.repository';
import { KnownReader } from './known.reader';
import { Ledger } from './ledger';
import type { Progress, VerificationReport } from './report';
import { countSteps, stepsOf, type Step } from './steps';
import { unknownCheck } from './verification.errors';

interface Wishes {
  /** Ids of checks, or what they begin with: `I14` means all its parts. */
  readonly only?: readonly string[] | undefined;
  /** Connections that look at the same time. */
  readonly connections?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export const checkIds: readonly CheckId[] = catalogue.map(({ id }) => id);

/**
 * Looks at everything that is kept and says which laws do not hold. It only reads. Steps share no view: each looks at rows
 * that prove or disprove themselves, so that people may go on working and nothing is held open for longer than a moment.
 */
@Injectable()
export class Verifier {
  constructor(
    private readonly known: KnownReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws the reason of the signal when it is told to stop. */
  async verify({
    only,
    connections = 2,
    signal,
    onProgress = () => undefined,
  }: Wishes = {}): Promise<VerificationReport> {
    const since = performance.now();
    const checks = catalogue.filter(({ id }) => !only || only.some((asked) => isMeant(id, asked)));
    if (checks.length === 0) throw unknownCheck(only ?? [], checkIds);
    // One more connection finds out where the next step begins.
    const views = await ConsistentViews.open(this.config.DATABASE_URL, connections + 1);
    try {
      const known = await views.within((ask) => this.known.gather(ask));
      const total = await views.within((ask) => countSteps(ask, checks));
      const ledger = new Ledger(checks);
      const steps = stepsOf(views, checks, known);
      let done = 0;
      let isOver = false;
      const work = async () => {
        for (let next = await steps.next(); !next.done && !isOver; next = await steps.next()) {
          signal?.throwIfAborted();
          await take(next.value, views, ledger);
          done += 1;
          onProgress({ done, total: Math.max(done, total) });
        }
      };
      const lanes = Array.from({ length: connections }, () => work().finally(() => (isOver = true)));
      await allEnded(lanes);
      return ledger.close((performance.now() - since) / 1000);
    } finally {
      await views.close();
    }
  }
}

/** Waits for all of them, also when one fails: its connections are about to be closed. */
async function allEnded(lanes: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

async function take({ name, look }: Step, views: ConsistentViews, ledger: Ledger): Promise<void> {
  const since = performance.now();
  const found = await views.within(look);
  ledger.enter(name, found, (performance.now() - since) / 1000);
}

const isMeant = (id: string, asked: string): boolean => {
  const [wanted, known] = [asked.toLowerCase(), id.toLowerCase()];
  return known === wanted || known.startsWith(`${wanted}-`);
};
