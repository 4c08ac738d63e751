/**
 * A SELECT (without that word) that the server gives up after so many milliseconds, in the words of MariaDB and of MySQL: each
 * takes those of the other for a remark.
 */
export const selectWithin = (ms: number, select: string): string =>
  `/*M! SET STATEMENT max_statement_time=${ms / 1000} FOR */ SELECT /*+ MAX_EXECUTION_TIME(${ms}) */ ${select}`;
