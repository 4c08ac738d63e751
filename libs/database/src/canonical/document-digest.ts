/** SHA-256 of a JSON document as the server keeps it, in hexadecimal digits: MySQL orders keys its own way, so only SQL can say. */
export const documentDigestSql = (column: string): string => `SHA2(CAST(${column} AS CHAR CHARACTER SET utf8mb4), 256)`;
