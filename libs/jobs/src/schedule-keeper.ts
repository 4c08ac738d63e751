import { Injectable } from '@nestjs/common';
import { queueName } from './queue';
import { Queues } from './queues';
import type { ScheduleLine } from './schedule';

/** Keeps the lines of the schedule in Redis; whoever finds one missing puts it back. */
@Injectable()
export class ScheduleKeeper {
  constructor(private readonly queues: Queues) {}

  /** Adds what is missing and removes what is no line of ours; `anew` writes every line, whatever rhythm it had. */
  async keep(lines: readonly ScheduleLine[], { anew }: { readonly anew: boolean }): Promise<void> {
    const queue = this.queues.of(queueName);
    const found = (await queue.getJobSchedulers(0, 200)).map(({ key }) => key);
    const wanted = new Set(lines.map(({ job }) => job.name));
    const lacking = lines.filter(({ job }) => anew || !found.includes(job.name));
    await Promise.all(found.filter((name) => !wanted.has(name)).map((name) => queue.removeJobScheduler(name)));
    await Promise.all(
      lacking.map(({ job, everySeconds }) =>
        queue.upsertJobScheduler(job.name, { every: everySeconds * 1_000 }, { name: job.name, data: {} }),
      ),
    );
  }
}
