// The same server the product has, asked by hand: the best SQL on the records that we know, through one connection of mysql2.

/** What MariaDB and MySQL say to a statement that ran for too long. */
const tooLong = new Set([1969, 3024]);

export async function openMariadb(connect, longest) {
  const connection = await connect();
  await connection.query("SET time_zone = '+00:00'");
  await connection
    .query('SET SESSION max_statement_time = ?', [longest])
    .catch(() => connection.query('SET SESSION max_execution_time = ?', [longest * 1_000]));
  return {
    name: 'SQL by hand',
    version: null,
    isByHand: true,
    async ask(sql) {
      try {
        return (await connection.query(sql))[0];
      } catch (error) {
        if (tooLong.has(error.errno)) return null;
        throw error;
      }
    },
    close: () => connection.end(),
  };
}
