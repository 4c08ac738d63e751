import 'reflect-metadata';
import { ConfigFault, readConfig } from '@tandem/config';
import { buildApi } from './api';

try {
  const config = readConfig();
  const app = await buildApi(config);
  app.enableShutdownHooks();
  await app.listen(config.PORT, config.HOST);
} catch (error) {
  process.stderr.write(`${error instanceof ConfigFault ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(error instanceof ConfigFault ? error.exitCode : 1);
}
