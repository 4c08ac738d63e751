import { dataSource, sending, silenceOf, tellInOurWords, type Connection } from '@tandem/database';
import type { DataSource } from 'typeorm';
import type { Ask } from './ask';

/** Far longer than any look takes; without an end one that hangs would keep the lease of its run for ever. */
const longestSeconds = 300;

/**
 * Connections of their own for long reading, so that nobody waits for one of ours. Each look is one short transaction on one
 * consistent view of everything that was committed before it.
 */
export class ConsistentViews {
  private constructor(
    private readonly source: DataSource,
    private readonly silenceMs: number | null,
  ) {}

  static async open(url: string, connections: number, statementSeconds = longestSeconds): Promise<ConsistentViews> {
    const source = await dataSource(url, { connections, statementSeconds }).initialize();
    return new ConsistentViews(source, silenceOf(statementSeconds));
  }

  /** Does some reading on one view. */
  async within<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const send = sending((await runner.connect()) as Connection, this.silenceMs);
      try {
        await send('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
        await send('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
        const answer = await work(async <Row>(sql: string, parameters: Parameters<Ask>[1] = []) => {
          const rows = await send(sql, parameters).catch(tellInOurWords);
          return rows as Row[];
        });
        await send('COMMIT');
        return answer;
      } catch (error) {
        await send('ROLLBACK').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}
