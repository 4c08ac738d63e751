import { Ground } from './ground';
import { Judge, parsed, type Door } from './judge';
import type { Operation } from './operations';
import { Planner } from './plan';
import { Report } from './report';
import { requestOf, type Request } from './request';
import { culpritOf, isRepeatable, told } from './repetition';
import { changedTables, type State } from './state';
import type { Caller, Target } from './subject';
import { inFlight, Wire, type Answer } from './wire';

interface Wishes {
  readonly requests: number;
  readonly seed: number;
  /** Enough after this time too, once every operation has been called by everybody. */
  readonly seconds?: number;
  /** One request of the seed alone, after the lists that give it records. */
  readonly only?: number;
  readonly width?: number;
  readonly round?: number;
  readonly onRound?: (report: Report) => void;
}

interface Exchange {
  readonly request: Request;
  readonly answer: Answer;
}

/** Sends requests until there are enough of them, and judges every answer and what became of the database. */
export async function fuzz(
  target: Target,
  { requests, seed, seconds = Infinity, only, width = 8, round = 192, onRound }: Wishes,
): Promise<Report> {
  const run = new Run(target, seed, width);
  await run.lookAround();
  try {
    const lap = target.operations.length * target.callers.length;
    const isEnough = (index: number) => run.report.sent >= requests || (index >= lap && run.report.seconds >= seconds);
    for (let index = only ?? 0; !isEnough(index); index += round) {
      await run.round(index, only === undefined ? round : 1);
      onRound?.(run.report);
      if (only !== undefined) break;
    }
  } finally {
    run.wire.close();
  }
  return run.report;
}

class Run {
  readonly wire: Wire;
  readonly report: Report;
  private readonly judge = new Judge();
  private readonly planner: Planner;
  private readonly grounds: ReadonlyMap<Caller, Ground>;

  constructor(
    private readonly target: Target,
    seed: number,
    private readonly width: number,
  ) {
    this.wire = new Wire(target.url);
    this.report = new Report(
      target.operations.map(({ name }) => name),
      seed,
    );
    this.planner = new Planner(target.operations, target.callers.length, seed);
    this.grounds = new Map(target.callers.map((caller) => [caller, new Ground(target.ground)]));
  }

  /** Reads every list that needs no more than a session, so that the first requests already speak of real records. */
  async lookAround(): Promise<void> {
    const lists = this.target.operations.filter(
      ({ method, path, parameters }) =>
        method === 'GET' && !path.includes('{') && !parameters.some(({ required }) => required),
    );
    for (const caller of this.target.callers)
      for (const operation of lists) {
        const headers = await this.sessionHeaders(caller, operation);
        const answer = await this.wire.send({ operation, target: operation.path, headers, body: null });
        if (answer.status === 200) this.grounds.get(caller)?.learn(operation.path, parsed(answer.text));
      }
  }

  /** First what may change something; then, while nothing may change, all that was or must be refused, and all that only reads. */
  async round(from: number, count: number): Promise<void> {
    for (const record of await this.target.freshen())
      for (const ground of this.grounds.values()) ground.welcome(record);
    const requests = await Promise.all(Array.from({ length: count }, (_, at) => this.request(from + at)));
    const loud = requests.filter(this.mayChange);
    const rememberedBefore = await this.target.remembered();
    const done = await this.exchange(loud);
    await this.checkRemembered(done, rememberedBefore);
    const calm = requests.filter((request) => !loud.includes(request));
    const refused = done
      .filter(({ answer }) => answer.status >= 400 && answer.status < 500)
      .map(({ request }) => request);
    const again = done.filter(({ request, answer }) => answer.status < 300 && isRepeatable(request));
    await this.checkQuiet([...calm, ...refused], again);
  }

  /** Nothing of this may change anything. A refusal that has meanwhile become possible is carried out and not asked again. */
  private async checkQuiet(requests: readonly Request[], done: readonly Exchange[]): Promise<void> {
    const before = await this.target.state();
    const quiet = await this.exchange(requests);
    const carriedOut = quiet.filter(({ request, answer }) => answer.status < 300 && this.mayChange(request));
    if (carriedOut.length > 0) {
      const gone = new Set(carriedOut.map(({ request }) => request));
      return this.checkQuiet(
        requests.filter((request) => !gone.has(request)),
        done,
      );
    }
    const reads = quiet.filter(({ request }) => request.operation.method === 'GET');
    const twice = await this.exchange([...reads, ...done].map(({ request }) => request));
    this.compare([...reads, ...done], twice);
    await this.checkUnchanged(before, [...quiet, ...twice]);
  }

  private mayChange = ({ operation, mustBeRefused, caller }: Request): boolean =>
    operation.method !== 'GET' && !mustBeRefused && this.doorOf(caller, operation) === 'open';

  private async request(index: number): Promise<Request> {
    const { operation, caller: at, plan } = this.planner.at(index);
    const caller = this.target.callers[at] as Caller;
    const cookie = await caller.cookie(operation);
    return requestOf(operation, plan, {
      index,
      caller: caller.name,
      cookie,
      ground: this.grounds.get(caller) as Ground,
      fits: this.judge.fits,
    });
  }

  /** Sends, counts, judges, and lets the callers learn in the order of the requests rather than of the answers. */
  private async exchange(requests: readonly Request[]): Promise<Exchange[]> {
    const exchanges = await inFlight(requests, this.width, async (request) => ({
      request,
      answer: await this.wire.send(request),
    }));
    for (const { request, answer } of exchanges) {
      this.report.count(request, answer);
      const faults = this.judge.faults(request, answer, this.doorOf(request.caller, request.operation));
      for (const what of faults) this.report.find({ what, request, answer });
      if (this.judge.isSlow(answer)) await this.checkSlow(request);
      if (answer.status < 300)
        this.grounds.get(this.callerOf(request.caller))?.learn(request.operation.path, parsed(answer.text));
    }
    return exchanges;
  }

  /** The machine does other things as well: only what is slow again, on its own, is slow. */
  private async checkSlow(request: Request): Promise<void> {
    const answer = await this.wire.send(request);
    this.report.count(request, answer);
    if (this.judge.isSlow(answer))
      this.report.find({ what: `took ${Math.round(answer.milliseconds)} ms`, request, answer });
  }

  /** A request that was refused is not remembered: its transaction is gone with all it did. */
  private async checkRemembered(exchanges: readonly Exchange[], before: number): Promise<void> {
    const done = exchanges.filter(({ answer }) => answer.status < 300).length;
    const remembered = (await this.target.remembered()) - before;
    const [first] = exchanges;
    if (remembered > done && first)
      this.report.find({
        what: `${remembered} requests were carried out and ${done} said so, from this one on`,
        request: first.request,
        answer: null,
      });
  }

  private compare(first: readonly Exchange[], second: readonly Exchange[]): void {
    const known = new Map(first.map(({ request, answer }) => [request, answer]));
    for (const { request, answer } of second) {
      const before = known.get(request);
      if (before && told(before) !== told(answer))
        this.report.find({
          what: `the same request again is answered otherwise (${before.status} ${before.text.slice(0, 200)})`,
          request,
          answer,
        });
    }
  }

  private async checkUnchanged(before: State, exchanges: readonly Exchange[]): Promise<void> {
    const tables = changedTables(before, await this.target.state());
    if (tables.length === 0) return;
    const suspects = exchanges.map(({ request }) => request);
    const request = (await culpritOf(suspects, this.wire, this.target.state)) ?? (suspects[0] as Request);
    this.report.find({
      what: `changed ${tables.join(', ')} though it was refused or only reads`,
      request,
      answer: null,
    });
  }

  private callerOf = (name: string): Caller => this.target.callers.find((caller) => caller.name === name) as Caller;
  private doorOf = (name: string, operation: Operation): Door => this.callerOf(name).door(operation);

  private async sessionHeaders(caller: Caller, operation: Operation): Promise<[string, string][]> {
    const cookie = await caller.cookie(operation);
    return cookie === null ? [] : [['Cookie', cookie]];
  }
}
