import { addressOf } from '@tandem/database';
import mysql from 'mysql2/promise';
import { testOwnerUrl } from './servers';

export interface Cutter {
  /** Ends connections to the database of this test whose statement of the moment fits a condition; says how many. */
  cut(condition: string): Promise<number>;
  close(): Promise<void>;
}

const isGone = (error: unknown) => (error as { errno?: number }).errno === 1094;

/** Somebody with the owner's password who cuts off the product from its database. */
export async function openCutter(): Promise<Cutter> {
  const { host, port, socketPath, username, password, database } = addressOf(testOwnerUrl());
  const owner = await mysql.createConnection({ host, port, socketPath, user: username, password, database });
  return {
    async cut(condition) {
      const [found] = (await owner.query(
        `SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID() AND (${condition})`,
      )) as unknown as [readonly { readonly id: number }[]];
      let cut = 0;
      for (const { id } of found) {
        try {
          await owner.query('KILL ?', [id]);
          cut++;
        } catch (error) {
          if (!isGone(error)) throw error;
        }
      }
      return cut;
    },
    close: () => owner.end(),
  };
}
