import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { CONFIG, type Config } from '@tandem/config';
import { Jobs, Queues, schedule, ScheduleKeeper, sendDelivery } from '@tandem/jobs';
import { unavailable } from '@tandem/kernel';
import { DeliveriesService } from '@tandem/mail';
import type { Runner } from '../console/run';
import type { Screen } from '../console/screen';
import { withProduct } from '../product';

/** `tandem rebuild-queues`: makes everything in Redis anew from the database, after it was lost, wiped or replaced. */
export function addRebuildQueues(program: Command, { run }: Runner): void {
  program
    .command('rebuild-queues')
    .description('make the schedule and the queues in Redis anew from the database; workers may go on working')
    .option('--json', 'print one JSON document')
    .action((options: { json?: boolean }) =>
      run(options, (screen) =>
        withProduct(async (product) => {
          const began = performance.now();
          const done = await rebuild(product, screen);
          const seconds = Math.round((performance.now() - began) / 100) / 10;
          if (screen.json) return screen.document({ ...done, seconds });
          screen.print(
            `Removed ${done.keysRemoved} keys from Redis and registered ${done.scheduleLines} schedule lines.`,
          );
          screen.print(`Queued ${done.lettersQueued} letters in ${seconds} s.`);
        }),
      ),
    );
}

async function rebuild(product: INestApplicationContext, screen: Screen) {
  const queues = product.get(Queues, { strict: false });
  const deliveries = product.get(DeliveriesService, { strict: false });
  const lines = schedule(product.get<Config>(CONFIG, { strict: false }));
  await queues.ready();
  const keysRemoved = await queues.clear();
  await product.get(ScheduleKeeper, { strict: false }).keep(lines, { anew: true });
  await deliveries.takeOverDead();
  const total = await deliveries.countDue();
  let lettersQueued = 0;
  for await (const page of deliveries.due()) {
    const jobs = page.map(({ id, fence }) => ({ id, turn: String(fence) }));
    const queued = await product.get(Jobs, { strict: false }).enqueueAll(sendDelivery, jobs);
    lettersQueued += queued;
    screen.progress('Queueing letters', lettersQueued, Math.max(total, lettersQueued));
    if (queued < jobs.length) throw wentAway(lettersQueued);
  }
  return { keysRemoved, scheduleLines: lines.length, lettersQueued };
}

const wentAway = (queued: number) =>
  unavailable('queues.redis_away', `Redis stopped answering after ${queued} letters. Run the command again.`, {
    queued,
  });
