/** What may stand for a `?`. */
export type Parameter = string | number | bigint | boolean | Date | Buffer | null | readonly Parameter[];

/** The part of a mysql2 connection we use. */
export interface Connection {
  query(sql: string, parameters: readonly unknown[], heard: (error: Error | null, result: unknown) => void): void;
  destroy(): void;
}

/** Sends statements on one connection. */
export type Send = (sql: string, parameters?: readonly Parameter[]) => Promise<unknown>;

/**
 * Straight to the driver: TypeORM's own road costs a quarter of the write rate. A server that says nothing for so long is gone
 * without a word, as behind a broken line: the connection is given up, or its place in the pool would be lost for good.
 */
export const sending =
  (connection: Connection, silenceMs: number): Send =>
  (sql, parameters = []) =>
    new Promise((resolve, reject) => {
      const giveUp = () => {
        connection.destroy();
        reject(Object.assign(new Error('Connection lost: the database fell silent.'), { code: silent }));
      };
      const timer = setTimeout(giveUp, silenceMs);
      connection.query(sql, parameters, (error, result) => {
        clearTimeout(timer);
        if (error) reject(withoutValues(error, sql));
        else resolve(result);
      });
    });

/** The driver puts the values into the text it tells, and errors are logged: a log must not hold what people entrust to us. */
const withoutValues = (error: Error, sql: string): Error => Object.assign(error, { sql: sql.slice(0, 500) });

const silent = 'PROTOCOL_CONNECTION_LOST';
