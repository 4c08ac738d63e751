import type { INestApplicationContext } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import type { Check } from '../check';
import { checkCluster } from './check-cluster';
import { checkDurability } from './check-durability';
import { checkLimits } from './check-limits';
import { checkSchema } from './check-schema';
import { checkServer } from './check-server';
import { checkSession } from './check-session';
import { checkUser } from './check-user';
import { SchemaReader } from './schema.reader';
import { ServerReader } from './server.reader';
import { UserReader } from './user.reader';
import { isOnThisMachine } from './whereabouts';

/** The server first, then our connections to it, then what is in it. */
export async function examineDatabase(product: INestApplicationContext): Promise<Check[]> {
  const config = product.get<Config>(CONFIG);
  const found = await product.get(ServerReader).look();
  const schema = await product.get(SchemaReader).look();
  const { server, session, status } = found;
  return [
    ...checkServer(found),
    ...checkDurability(server),
    ...checkCluster(server, status),
    ...checkLimits(server, status, {
      pool: config.DATABASE_CONNECTIONS,
      statementSeconds: config.DATABASE_STATEMENT_SECONDS,
      dataBytes: schema.bytes,
    }),
    ...checkSession(session),
    ...checkSchema(schema),
    ...checkUser(await product.get(UserReader).look()),
  ];
}

/** Where the database keeps its files, when that is on this machine and not merely called the same. */
export async function dataFolders({ DATABASE_URL }: Config, product: INestApplicationContext): Promise<string[]> {
  return isOnThisMachine(DATABASE_URL) ? [await product.get(ServerReader).dataFolder()] : [];
}
