import { tellIds, type Field } from './binary';

/** What may stand for a `?`. */
export type Parameter = string | number | bigint | boolean | Date | Buffer | null | readonly Parameter[];

/** The columns of an answer; of several answers a list each, and nothing for those without rows. */
type Fields = readonly Field[] | readonly (readonly Field[] | undefined)[];

/** The part of a mysql2 connection we use. */
export interface Connection {
  query(
    sql: string,
    parameters: readonly unknown[],
    heard: (error: Error | null, result: unknown, fields?: Fields) => void,
  ): void;
  destroy(): void;
  readonly stream?: { readonly bytesRead: number };
}

/** Sends statements on one connection. */
export type Send = (sql: string, parameters?: readonly Parameter[]) => Promise<unknown>;

/**
 * Straight to the driver: TypeORM's own road costs a quarter of the write rate. A server that says nothing for so long is gone
 * without a word, as behind a broken line: the connection is given up, or its place in the pool would be lost for good. Of several
 * statements in one packet each has its time: who has answered some of them was not silent. Null for statements that may take as
 * long as they like.
 */
export const sending =
  (connection: Connection, silenceMs: number | null): Send =>
  (sql, parameters = []) =>
    new Promise((resolve, reject) => {
      let heardBytes = connection.stream?.bytesRead;
      const listen = (ms: number): NodeJS.Timeout =>
        setTimeout(() => {
          const bytes = connection.stream?.bytesRead;
          if (bytes !== heardBytes) {
            heardBytes = bytes;
            timer = listen(ms);
            return;
          }
          connection.destroy();
          reject(Object.assign(new Error('Connection lost: the database fell silent.'), { code: silent }));
        }, ms);
      let timer = silenceMs === null ? undefined : listen(silenceMs);
      connection.query(sql, parameters, (error, result, fields = []) => {
        clearTimeout(timer);
        if (error) reject(withoutValues(error, sql));
        else resolve(withIds(result, fields));
      });
    });

/** The answer with its ids told as text, or each of several answers. */
function withIds(result: unknown, fields: Fields): unknown {
  if (isOfOne(fields)) tellIds(result as object[], fields);
  else fields.forEach((each, place) => each && tellIds((result as object[][])[place] ?? [], each));
  return result;
}

const isOfOne = (fields: Fields): fields is readonly Field[] => fields[0] !== undefined && 'columnType' in fields[0];

/** How much longer than a statement may take the server may say nothing. */
const graceMs = 3_000;

/** When a server that says nothing is taken for gone; never where a statement may take for ever. */
export const silenceOf = (statementSeconds: number): number | null =>
  statementSeconds === 0 ? null : statementSeconds * 1_000 + graceMs;

/** The driver puts the values into the text it tells, and errors are logged: a log must not hold what people entrust to us. */
const withoutValues = (error: Error, sql: string): Error => Object.assign(error, { sql: sql.slice(0, 500) });

const silent = 'PROTOCOL_CONNECTION_LOST';
