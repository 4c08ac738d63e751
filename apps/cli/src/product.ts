import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '@tandem/config';
import { actingAs, systemActor } from '@tandem/kernel';
import { CliModule } from './cli.module';
import { errorLogger } from './console/error-logger';

/** Opens the product for one command, acts as the command line, and closes it again whatever happens. */
export async function withProduct<T>(work: (product: INestApplicationContext) => Promise<T>): Promise<T> {
  const product = await NestFactory.createApplicationContext(CliModule.with(readConfig()), {
    logger: errorLogger,
    abortOnError: false,
  });
  try {
    return await actingAs(systemActor('cli'), () => work(product));
  } finally {
    await product.close();
  }
}
