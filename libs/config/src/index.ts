export { CONFIG, ConfigFault, readConfig, type Config } from './config';
export { ConfigModule } from './config.module';
export { configSchema } from './config.schema';
export { FailPoints, type FailPointName } from './fail-points';
