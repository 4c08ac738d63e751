/** What a value of SQL is handed over as. */
export type Cell = string | number | bigint | Date | Buffer | null;

/** Asks the database one question, in the consistent view of the check. */
export type Ask = <Row>(sql: string, parameters?: readonly (Cell | readonly Cell[])[]) => Promise<Row[]>;
