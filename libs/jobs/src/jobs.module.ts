import { Global, Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { ClockReader } from './clock.reader';
import { Heartbeat } from './heartbeat.repository';
import type { JobHandler } from './job-handler';
import { Jobs } from './jobs';
import { Queues } from './queues';
import { RedisLink } from './redis-link';
import { ScheduleKeeper } from './schedule-keeper';
import { Watchdog } from './watchdog';
import { WORK, type Work } from './work';
import { WorkDesk } from './work-desk';
import { WorkLine } from './work-line.service';

/** Asking for work, and the sign of life of those who do it. */
@Global()
@Module({
  providers: [RedisLink, Queues, ScheduleKeeper, Jobs, Heartbeat],
  exports: [RedisLink, Queues, ScheduleKeeper, Jobs, Heartbeat],
})
export class JobsModule {}

/** Doing the work: the handlers are made here, with what the imported modules offer. */
@Module({})
export class WorkModule {
  static with(options: {
    readonly imports: ModuleMetadata['imports'];
    /** What handlers share among themselves. */
    readonly providers?: readonly Type[];
    readonly jobs: Work['jobs'];
    readonly handlers: readonly Type<JobHandler>[];
    readonly schedule: Work['schedule'];
  }): DynamicModule {
    const { imports, providers = [], jobs, handlers, schedule } = options;
    const work = {
      provide: WORK,
      inject: [...handlers],
      useFactory: (...made: JobHandler[]): Work => ({ jobs, handlers: made, schedule }),
    };
    return {
      module: WorkModule,
      imports: [JobsModule, ...(imports ?? [])],
      providers: [...providers, ...handlers, work, ClockReader, WorkDesk, WorkLine, Watchdog],
      exports: [WorkDesk, WorkLine, Watchdog],
    };
  }
}
