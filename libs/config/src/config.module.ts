import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, SystemClock } from '@tandem/kernel';
import { CONFIG, type Config } from './config';
import { FailPoints } from './fail-points';

/** Makes one configuration and one clock known to the whole application. */
@Global()
@Module({})
export class ConfigModule {
  static with(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: FailPoints, useValue: new FailPoints(config.FAIL_POINTS) },
      ],
      exports: [CONFIG, Clock, FailPoints],
    };
  }
}
