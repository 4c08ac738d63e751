import { dataSource } from '@tandem/database';
import type { DataSource } from 'typeorm';
import type { Ask } from './ask';

/**
 * Connections of their own for long reading, so that nobody waits for one of ours and no statement is given up. Each look is
 * one short transaction on one consistent view of everything that was committed before it.
 */
export class ConsistentViews {
  private constructor(private readonly source: DataSource) {}

  static async open(url: string, connections: number): Promise<ConsistentViews> {
    return new ConsistentViews(await dataSource(url, { connections, statementSeconds: 0 }).initialize());
  }

  /** Does some reading on one view. */
  async within<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
      const answer = await work(
        async <Row>(sql: string, parameters: Parameters<Ask>[1] = []) =>
          (await runner.query(sql, [...parameters])) as Row[],
      );
      await runner.query('COMMIT');
      return answer;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}
