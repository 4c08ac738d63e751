import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { unavailable } from '@tandem/kernel';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { dataSource } from './connection';
import { isConnectionFailure, isRetryable, isTooSlow } from './failure';
import { rowsOf, type Connection, type Parameter } from './statement';

interface Scope {
  readonly runner: QueryRunner;
  readonly connection: Connection;
  readonly afterCommit: (() => void)[];
  readonly writes: boolean;
  /** Settles with the statement sent last; the next one waits for it. */
  last: Promise<unknown>;
  /** Why nothing more can be sent in this transaction; null while it is open. */
  ended: Error | null;
}

const tries = 5;
const retryMs = 10_000;
const acquireMs = 3_000;

/** The one way to the database: plain SQL, and a transaction that every call inside it joins without being handed it. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly scope = new AsyncLocalStorage<Scope>();
  private source: DataSource;
  private waitingForConnection = 0;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Connects once; called by the module before anything else runs. */
  async connect(): Promise<void> {
    this.source = dataSource(this.config.DATABASE_URL, {
      connections: this.config.DATABASE_CONNECTIONS,
      statementSeconds: this.config.DATABASE_STATEMENT_SECONDS,
    });
    await this.source.initialize();
  }

  /** How many callers wait for a connection right now. */
  get waiting(): number {
    return this.waitingForConnection;
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

  /** TypeORM's manager of the present transaction, for plain inserts and look-ups of entities. */
  get manager(): EntityManager {
    return this.scope.getStore()?.runner.manager ?? this.source.manager;
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
        await pause(10 + Math.random() * Math.min(500, 20 * 2 ** attempt));
      }
    }
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

  /** Runs reads on one consistent snapshot. */
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
    if (scope) return sendWithin(scope, sql, parameters);
    const { runner, connection } = await this.acquire();
    try {
      return await rowsOf(connection, sql, parameters).catch(told);
    } finally {
      await runner.release();
    }
  }

  private async transaction<T>(writes: boolean, work: () => Promise<T>): Promise<T> {
    const { runner, connection } = await this.acquire();
    const afterCommit: (() => void)[] = [];
    const scope: Scope = { runner, connection, afterCommit, writes, last: Promise.resolve(), ended: null };
    try {
      await (writes ? runner.startTransaction() : runner.startTransaction('REPEATABLE READ'));
      const result = await this.scope.run(scope, work);
      scope.ended = isOver();
      await this.commit(runner);
      for (const act of afterCommit) act();
      return result;
    } catch (error) {
      scope.ended ??= isOver();
      // A lock wait that timed out leaves the transaction open, so it is always rolled back by hand.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async commit(runner: QueryRunner): Promise<void> {
    try {
      await runner.commitTransaction();
    } catch (error) {
      if (!isConnectionFailure(error)) throw error;
      throw unavailable(
        'database.outcome_unknown',
        'The connection broke while the change was being saved. Send the same request with the same Idempotency-Key to learn whether it was.',
      );
    }
  }

  private async acquire(): Promise<{ runner: QueryRunner; connection: Connection }> {
    const runner = this.source.createQueryRunner();
    const connecting = runner.connect() as Promise<Connection>;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, acquireMs, null);
    });
    this.waitingForConnection += 1;
    const connection = await Promise.race([connecting, timeout]).finally(() => {
      this.waitingForConnection -= 1;
      clearTimeout(timer);
    });
    if (connection) return { runner, connection };
    connecting.then(() => runner.release()).catch(() => undefined);
    throw unavailable('database.busy', 'All database connections are in use. Try again in a moment.', {
      retryAfter: 1,
    });
  }
}

/**
 * One statement after the other. A deadlock ends the transaction on the server, so a statement already on its way behind the
 * one that failed would be kept alone; and one that comes after the end would fall into somebody else's transaction.
 */
function sendWithin(scope: Scope, sql: string, parameters: readonly Parameter[]): Promise<unknown> {
  const sent = scope.last.then(() => {
    if (scope.ended) throw scope.ended;
    return rowsOf(scope.connection, sql, parameters).catch(told);
  });
  scope.last = sent.catch((error: unknown) => {
    if (isRetryable(error)) scope.ended ??= error as Error;
  });
  return sent;
}

/** What a person can do something about is told as such; everything else is passed on. */
function told(error: unknown): never {
  if (!isTooSlow(error)) throw error;
  throw unavailable(
    'database.too_slow',
    'The answer took too long to find. Ask for less, such as a shorter period, or try again later.',
    {
      retryAfter: 5,
    },
  );
}

const contended = () =>
  unavailable('database.contended', 'Many people are changing the same records right now. Try again in a moment.', {
    retryAfter: 1,
  });

const isOver = (): Error => new Error('this transaction is over: whatever belongs to it must be awaited in it');
