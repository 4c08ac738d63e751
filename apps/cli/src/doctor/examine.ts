import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@tandem/config';
import { lookAtRedis } from '@tandem/jobs';
import { lookAtSmtp } from '@tandem/mail';
import { WorkReader } from '@tandem/upkeep';
import { couldNotLook, type Check } from './check';
import { dataFolders, examineDatabase } from './database/examine-database';
import { lookAtMachine } from './machine/machine-facts';
import { checkMachine } from './machine/check-machine';
import { checkMail } from './mail/check-mail';
import { checkRedis, redisAway } from './redis/check-redis';
import { checkWeb } from './web/check-web';
import { checkWork, workerLives } from './work/check-work';

/** Everything there is to look at, in the order of how much hangs on it. */
export const subjects = ['database', 'redis', 'work', 'mail', 'web', 'machine'] as const;
export type Subject = (typeof subjects)[number];

export interface Examined {
  readonly config: Config;
  /** The opened product, or why it could not be opened. */
  readonly product: INestApplicationContext | Error;
  readonly wanted: readonly Subject[];
}

/** Looks at every wanted subject. One that cannot be looked at is a finding like any other and hides none of the rest. */
export async function examine({ config, product, wanted }: Examined): Promise<Check[]> {
  const isAway = product instanceof Error;
  const looks: Readonly<Record<Subject, () => Promise<Check[]>>> = {
    database: async () => (isAway ? [databaseAway(product)] : examineDatabase(product)),
    redis: async () => examineRedis(config, isAway ? null : await lives(product)),
    work: async () => (isAway ? [] : checkWork(await product.get(WorkReader).look())),
    mail: async () => checkMail(config, config.MAIL_TRANSPORT === 'smtp' ? await lookAtSmtp(config) : null),
    web: () => Promise.resolve(checkWeb(config)),
    machine: async () => checkMachine(await lookAtMachine(isAway ? [] : await dataFolders(config, product))),
  };
  const found = await Promise.all(
    subjects
      .filter((subject) => wanted.includes(subject))
      .map((subject) => looks[subject]().catch((error: Error) => [couldNotLook(`${subject}.examination`, error)])),
  );
  return found.flat();
}

async function examineRedis(config: Config, isWorkerAlive: boolean | null): Promise<Check[]> {
  try {
    const seen = await lookAtRedis(config);
    return checkRedis(seen, { url: config.REDIS_URL, now: new Date(), workerLives: isWorkerAlive });
  } catch (error) {
    return [redisAway(error as Error)];
  }
}

/** Null when the tables are not there to be asked. */
const lives = (product: INestApplicationContext): Promise<boolean | null> =>
  product
    .get(WorkReader)
    .look()
    .then(workerLives, () => null);

const databaseAway = ({ message }: Error): Check => ({
  name: 'database.connection',
  state: 'bad',
  found: message || 'no answer',
  advice: 'Is it running, and is DATABASE_URL right? Nothing works without it.',
});
