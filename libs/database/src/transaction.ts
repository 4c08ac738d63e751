import { unavailable } from '@tandem/kernel';
import { isConnectionFailure, isRetryable, tellInOurWords } from './failure';
import { packets, type Left } from './packets';
import type { Parameter, Send } from './statement';

const plain = (sql: string): Left => ({ sql, parameters: [] });
const beginnings = {
  writing: [plain('START TRANSACTION')],
  reading: [plain('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ'), plain('START TRANSACTION READ ONLY')],
};

/** A question that waits to be sent, and whoever waits for its answer. */
interface Waiting extends Left {
  readonly answer: (rows: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * One open transaction on one connection. Its statements go one after the other: a deadlock ends the transaction on the
 * server, so a statement already on its way behind the one that failed would be kept alone. What was left for later goes in
 * one packet with the next statement, of which the server runs none behind the first that fails; in several, when it is more
 * than a server takes at once.
 */
export class Transaction {
  readonly afterCommit: (() => void)[] = [];
  private left: Left[];
  private hasBegun = false;
  private waiting: Waiting[] = [];
  private readonly kept = new Map<string, Promise<unknown>>();
  /** Settles with the statement sent last; the next one waits for it. */
  private last: Promise<unknown> = Promise.resolve();
  /** Why nothing more can be sent; null while it is open. */
  private ended: (() => Error) | null = null;

  constructor(
    private readonly pass: Send,
    readonly writes: boolean,
  ) {
    this.left = [...this.beginning];
  }

  private get beginning(): readonly Left[] {
    return this.writes ? beginnings.writing : beginnings.reading;
  }

  leave(statement: Left): void {
    if (this.ended) throw this.ended();
    this.left.push(statement);
  }

  /** Sends a statement behind whatever was left for it, and gives its own result. */
  send(sql: string, parameters: readonly Parameter[]): Promise<unknown> {
    if (!this.writes) return this.ask(sql, parameters);
    return this.inTurn(async () => (await this.transmit([...this.take(), { sql, parameters }])).at(-1));
  }

  /** What a snapshot has answered once it answers for good, so long as it is open. */
  keep<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key) ?? ask();
    this.kept.set(key, known);
    return known as Promise<T>;
  }

  private ask(sql: string, parameters: readonly Parameter[]): Promise<unknown> {
    return new Promise((answer, fail) => {
      this.waiting.push({ sql, parameters, answer, fail });
      if (this.waiting.length > 1) return;
      this.inTurn(() => this.askAll()).catch((error: unknown) => {
        // Of a transaction that is over nothing was taken up.
        for (const each of this.waiting.splice(0)) each.fail(error);
      });
    });
  }

  private async askAll(): Promise<void> {
    // Whoever is about to ask, and waits for nothing before, comes along.
    await new Promise((resolve) => process.nextTick(resolve));
    const asked = this.waiting.splice(0);
    const left = this.take();
    try {
      const results = await this.transmit([...left, ...asked]);
      asked.forEach(({ answer }, place) => answer(results[left.length + place]));
    } catch (error) {
      for (const { fail } of asked) fail(error);
      throw error;
    }
  }

  private async flush(): Promise<void> {
    await this.inTurn(async () => {
      const left = this.take();
      if (left.length > 0) await this.transmit(left);
    });
  }

  /** When the answer is lost the outcome is unknown, and the same request with the same key finds out. */
  async commit(): Promise<void> {
    // A judgement that comes with the answer to COMMIT would come too late.
    if (this.left.some(({ judge }) => judge)) await this.flush();
    await this.last;
    if (this.ended) throw this.ended();
    this.ended = isOver;
    if (!this.hasBegun && this.left.length === this.beginning.length) return;
    try {
      await this.transmit([...this.take(), { sql: 'COMMIT', parameters: [] }]);
    } catch (error) {
      if (!isConnectionFailure(error)) throw error;
      throw unavailable(
        'database.outcome_unknown',
        'The connection broke while the change was being saved. Send the same request with the same Idempotency-Key to learn whether it was.',
      );
    }
  }

  /** Waits for whatever was asked, and throws when it was in vain. */
  async settle(): Promise<void> {
    await this.last;
    if (this.ended) throw this.ended();
  }

  /** Always by hand: a lock wait that timed out leaves the transaction open. */
  async rollback(): Promise<void> {
    this.ended ??= isOver;
    await this.last;
    if (this.hasBegun) await this.pass('ROLLBACK').catch(() => undefined);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(() => {
      if (this.ended) throw this.ended();
      return work();
    });
    this.last = done.catch((error: unknown) => {
      if (isRetryable(error)) this.ended ??= () => error as Error;
    });
    return done;
  }

  private take(): Left[] {
    const left = this.left;
    this.left = [];
    return left;
  }

  private async transmit(statements: readonly Left[]): Promise<unknown[]> {
    const hasOthers = statements.length - (this.hasBegun ? 0 : this.beginning.length) > 1;
    this.hasBegun = true;
    try {
      const results: unknown[] = [];
      for (const packet of packets(statements)) results.push(...(await this.transmitPacket(packet)));
      return results;
    } catch (error) {
      // Nobody knows which of them failed, and those behind it were not run: this transaction must not be committed.
      if (hasOthers) this.ended ??= () => error as Error;
      throw error;
    }
  }

  private async transmitPacket(packet: readonly Left[]): Promise<unknown[]> {
    const text = packet.map(({ sql }) => sql).join(';\n');
    const parameters = packet.flatMap((each) => each.parameters);
    const answer = await this.pass(text, parameters).catch(tellInOurWords);
    const results = packet.length === 1 ? [answer] : (answer as unknown[]);
    packet.forEach(({ judge }, place) => judge?.((results[place] as { affectedRows: number }).affectedRows));
    return results;
  }
}

const isOver = (): Error => new Error('this transaction is over: whatever belongs to it must be awaited in it');
