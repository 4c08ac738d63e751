// The same server the product has, asked by hand: the best SQL on the records that we know, through one connection of mysql2.
export async function openMariadb(connect) {
  const connection = await connect();
  await connection.query("SET time_zone = '+00:00'");
  return {
    name: 'SQL by hand',
    version: null,
    isByHand: true,
    ask: async (sql) => (await connection.query(sql))[0],
    close: () => connection.end(),
  };
}
