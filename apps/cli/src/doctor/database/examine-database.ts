import type { INestApplicationContext } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { couldNotLook, type Check } from '../check';
import { checkCluster } from './check-cluster';
import { checkDurability } from './check-durability';
import { checkLimits } from './check-limits';
import { checkSchema } from './check-schema';
import { checkServer } from './check-server';
import { checkSession } from './check-session';
import { checkUser } from './check-user';
import { SchemaReader, type FoundSchema } from './schema.reader';
import { ServerReader, type FoundServer } from './server.reader';
import { UserReader } from './user.reader';
import { isOnThisMachine } from './whereabouts';

/** The server first, then our connections to it, then what is in it. What one reader cannot see hides nothing that another sees. */
export async function examineDatabase(product: INestApplicationContext): Promise<Check[]> {
  const server = await sighted(product.get(ServerReader).look());
  const schema = await sighted(product.get(SchemaReader).look());
  const user = await sighted(product.get(UserReader).look());
  return [
    ...(server instanceof Error
      ? [couldNotLook('database.examination', server)]
      : checkSettings(server, product.get<Config>(CONFIG), schema instanceof Error ? null : schema)),
    ...(schema instanceof Error ? [couldNotLook('database.schema_examination', schema)] : checkSchema(schema)),
    ...(user instanceof Error ? [couldNotLook('database.user_examination', user)] : checkUser(user)),
  ];
}

const sighted = <T>(looking: Promise<T>): Promise<T | Error> => looking.catch((error: Error) => error);

const checkSettings = (found: FoundServer, config: Config, schema: FoundSchema | null): Check[] => [
  ...checkServer(found),
  ...checkDurability(found.server),
  ...checkCluster(found.server, found.status),
  ...checkLimits(found.server, found.status, {
    pool: config.DATABASE_CONNECTIONS,
    statementSeconds: config.DATABASE_STATEMENT_SECONDS,
    dataBytes: schema?.bytes ?? null,
  }),
  ...checkSession(found.session),
];

/** Where the database keeps its files, when that is on this machine and not merely called the same. */
export async function dataFolders({ DATABASE_URL }: Config, product: INestApplicationContext): Promise<string[]> {
  return isOnThisMachine(DATABASE_URL) ? [await product.get(ServerReader).dataFolder()] : [];
}
