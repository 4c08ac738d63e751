import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { unavailable } from '@tandem/kernel';
import type { DataSource, ObjectLiteral } from 'typeorm';
import { dataSource } from './connection';
import { isRetryable, tellInOurWords } from './failure';
import { Lane } from './lane';
import { pauseAfter } from './retry-pause';
import { sending, silenceOf, type Connection, type Parameter, type Send } from './statement';
import { Transaction } from './transaction';

const tries = 5;
const retryMs = 10_000;
const acquireMs = 3_000;

interface Held {
  readonly send: Send;
  readonly release: () => Promise<void>;
}

/** The one way to the database: plain SQL, and a transaction that every call inside it joins without being handed it. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly scope = new AsyncLocalStorage<Transaction>();
  private readonly readers = new AsyncLocalStorage<Lane>();
  private readonly readingLane: Lane;
  private readonly silenceMs: number | null;
  private source: DataSource;
  /** Who waits for a connection, the first who came first. */
  private readonly waiting = new Set<{ readonly since: number }>();

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.readingLane = new Lane(Math.ceil((config.DATABASE_CONNECTIONS * 3) / 4));
    this.silenceMs = silenceOf(config.DATABASE_STATEMENT_SECONDS);
  }

  /** Connects once; called by the module before anything else runs. */
  async connect(): Promise<void> {
    this.source = dataSource(this.config.DATABASE_URL, {
      connections: this.config.DATABASE_CONNECTIONS,
      statementSeconds: this.config.DATABASE_STATEMENT_SECONDS,
    });
    await this.source.initialize();
  }

  /** How many callers wait for a connection right now, and for how many milliseconds the first of them has. */
  get queue(): { readonly waiting: number; readonly longestMs: number } {
    const now = performance.now();
    const [first] = this.waiting;
    return { waiting: this.waiting.size, longestMs: now - (first?.since ?? now) };
  }

  /** Whatever `work` asks of the database leaves a quarter of the connections to others: reading never keeps writing from them. */
  asReader<T>(work: () => T): T {
    return this.readers.run(this.readingLane, work);
  }

  /** Rows of a statement; inside `write` or `snapshot` it runs in that transaction. Amounts and counts arrive as text. */
  async query<Row>(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    return (await this.send(sql, parameters)) as Row[];
  }

  /** Runs a changing statement and says how many rows it changed. Only inside `write`. */
  async run(sql: string, parameters: readonly Parameter[] = []): Promise<number> {
    if (!this.scope.getStore()?.writes) throw new Error('a change needs a surrounding write()');
    return ((await this.send(sql, parameters)) as { affectedRows: number }).affectedRows;
  }

  /**
   * Leaves a changing statement for later: it is sent in front of the next one of this transaction, or with its COMMIT, which
   * spares a round trip. `judge` gets how many rows it changed and may throw; nothing is committed then.
   */
  later(sql: string, parameters: readonly Parameter[] = [], judge?: (changed: number) => void): void {
    const scope = this.scope.getStore();
    if (!scope?.writes) throw new Error('a change needs a surrounding write()');
    scope.leave({ sql, parameters, judge });
  }

  /** Inserts one entity by TypeORM, for tables that are seldom written. Only inside `write`. */
  async insert<Row extends ObjectLiteral>(entity: new () => Row, row: Row): Promise<void> {
    const wording = this.source.createQueryBuilder().insert().into(entity).values(row);
    const [sql, parameters] = wording.getQueryAndParameters();
    await this.run(sql, parameters as readonly Parameter[]);
  }

  /**
   * Runs `work` in one transaction, or in the one that is already open; the whole of it runs again after a deadlock.
   * When the answer to COMMIT is lost the outcome is unknown, and the same request with the same key finds out.
   */
  async write<T>(work: () => Promise<T>): Promise<T> {
    const outer = this.scope.getStore();
    if (outer) {
      if (!outer.writes) throw new Error('a snapshot only reads');
      return work();
    }
    const givesUpAt = performance.now() + retryMs;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.transaction(true, work);
      } catch (error) {
        if (!isRetryable(error)) throw error;
        if (attempt === tries || performance.now() > givesUpAt) throw contended();
        await pause(pauseAfter(attempt, Math.random()));
      }
    }
  }

  /** Runs `work` outside the transaction that is open here: what it writes is seen at once, and stays when that one is taken back. */
  apart<T>(work: () => Promise<T>): Promise<T> {
    return this.scope.exit(work);
  }

  /**
   * Deletes by a statement that ends in `LIMIT ?`, in transactions small enough to hold nobody up, until nothing is left; says
   * how many rows are gone.
   */
  async prune(sql: string, parameters: readonly Parameter[], most = 2_000): Promise<number> {
    for (let all = 0; ;) {
      const gone = await this.write(() => this.run(sql, [...parameters, most]));
      all += gone;
      if (gone < most) return all;
    }
  }

  /** Asks once in each snapshot what many of its readers need, because a snapshot always answers the same; outside of one, each time. */
  async once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const scope = this.scope.getStore();
    return scope && !scope.writes ? scope.keep(key, ask) : ask();
  }

  /** Runs reads on one consistent snapshot. What is asked side by side goes to the server in one packet. */
  async snapshot<T>(work: () => Promise<T>): Promise<T> {
    return this.scope.getStore() ? work() : this.transaction(false, work);
  }

  /** Does something once the present transaction is committed; at once when there is none. It must not throw. */
  afterCommit(act: () => void): void {
    const scope = this.scope.getStore();
    if (scope) scope.afterCommit.push(act);
    else act();
  }

  /** TypeORM's own handle, for migrations and checks of the schema. */
  get handle(): DataSource {
    return this.source;
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source?.isInitialized) await this.source.destroy();
  }

  private async send(sql: string, parameters: readonly Parameter[]): Promise<unknown> {
    const scope = this.scope.getStore();
    if (scope) return scope.send(sql, parameters);
    const { send, release } = await this.acquire();
    try {
      return await send(sql, parameters).catch(tellInOurWords);
    } finally {
      await release();
    }
  }

  private async transaction<T>(writes: boolean, work: () => Promise<T>): Promise<T> {
    const { send, release } = await this.acquire();
    const transaction = new Transaction(send, writes);
    let end: () => Promise<void> | void = release;
    try {
      const result = await this.scope.run(transaction, work);
      if (writes) await transaction.commit();
      else {
        await transaction.settle();
        end = () => void endReading(transaction, release);
      }
      for (const act of transaction.afterCommit) act();
      return result;
    } catch (error) {
      end = release;
      await transaction.rollback();
      throw error;
    } finally {
      await end();
    }
  }

  /** Waits a moment for a connection, in the lane of the readers first when one asks. */
  private async acquire(): Promise<Held> {
    const lane = this.readers.getStore();
    const runner = this.source.createQueryRunner();
    let isLate = false;
    const coming = (async (): Promise<Held> => {
      const leave = (await lane?.enter()) ?? (() => undefined);
      try {
        if (isLate) throw busy();
        const connection = (await runner.connect()) as Connection;
        return { send: sending(connection, this.silenceMs), release: () => runner.release().finally(leave) };
      } catch (error) {
        leave();
        throw error;
      }
    })();
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<null>((resolve) => {
      // After a stall timers come before what has arrived meanwhile: a connection that is free by now is still taken.
      timer = setTimeout(() => void setImmediate(resolve, null), acquireMs);
    });
    const waiter = { since: performance.now() };
    this.waiting.add(waiter);
    const held = await Promise.race([coming, timeout]).finally(() => {
      this.waiting.delete(waiter);
      clearTimeout(timer);
    });
    if (held) return held;
    isLate = true;
    coming.then(({ release }) => release()).catch(() => undefined);
    throw busy();
  }
}

/** Nobody who has read waits for the end of a transaction that changed nothing; only its connection does. */
async function endReading(transaction: Transaction, release: Held['release']): Promise<void> {
  await transaction.rollback();
  await release().catch(() => undefined);
}

const busy = () =>
  unavailable('database.busy', 'All database connections are in use. Try again in a moment.', { retryAfter: 1 });

const contended = () =>
  unavailable('database.contended', 'Many people are changing the same records right now. Try again in a moment.', {
    retryAfter: 1,
  });
