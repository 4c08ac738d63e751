import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfig, type Config } from '@tandem/config';
import { actingAs, systemActor } from '@tandem/kernel';
import { CliModule } from './cli.module';
import { errorLogger } from './console/error-logger';

/** Opens the product for one command, acts as the command line, and closes it again whatever happens. */
export const withProduct = <T>(work: (product: INestApplicationContext) => Promise<T>): Promise<T> =>
  opened(readConfig(), work);

/** The same as the owner of the tables, who alone removes what is written once; without one, as the application itself. */
export function withProductOfOwner<T>(work: (product: INestApplicationContext) => Promise<T>): Promise<T> {
  const config = readConfig();
  return opened({ ...config, DATABASE_URL: config.DATABASE_OWNER_URL ?? config.DATABASE_URL }, work);
}

async function opened<T>(config: Config, work: (product: INestApplicationContext) => Promise<T>): Promise<T> {
  const product = await NestFactory.createApplicationContext(CliModule.with(config), {
    logger: errorLogger,
    abortOnError: false,
  });
  try {
    return await actingAs(systemActor('cli'), () => work(product));
  } finally {
    await product.close();
  }
}
