import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { Projector, type Progress } from '@tandem/metrics';
import { endWithStarter, startBeside } from '../console/beside';
import type { Runner } from '../console/run';
import { withProduct } from '../product';

interface Options {
  readonly json?: boolean;
  /** As many as are worth it, when nobody says how many. */
  readonly processes?: number;
  readonly beside?: boolean;
}

/** With fewer opportunities for each, another process takes longer to start than it saves. */
const worthStarting = 20_000;
const mostProcesses = 16;
/** More than four mostly wait for the database. */
const usualProcesses = Math.min(availableParallelism(), 4);

/** `tandem rebuild-figures`: makes all sums of the figures anew from the records, after a restore or to be sure. */
export function addRebuildFigures(program: Command, { run }: Runner): void {
  program
    .command('rebuild-figures')
    .description(
      'make the sums of all figures anew from the records; people may go on working, and it can be stopped and run again',
    )
    .option('--json', 'print one JSON document')
    .option(
      '--processes <count>',
      'how many processes work at it side by side (default: one for each processor, at most four)',
      countOf,
    )
    .addOption(new Option('--beside', 'help another process with it').hideHelp())
    .action((options: Options) =>
      run(options, (screen) =>
        withProduct(async (product) => {
          const projector = product.get(Projector, { strict: false });
          if (options.beside) return help(projector);
          const began = performance.now();
          const total = await projector.begin();
          const processes = options.processes ?? Math.min(usualProcesses, Math.ceil(total / worthStarting));
          const { ended, stop } = startBeside(processes - 1, ['rebuild-figures', '--beside', '--json']);
          const tell = ({ built, total: all }: Progress) => screen.progress('Folding opportunities', built, all);
          const built = await projector.build(tell).finally(stop);
          await ended;
          const seconds = Math.round((performance.now() - began) / 100) / 10;
          if (screen.json) return screen.document({ opportunities: built, seconds });
          screen.print(`Folded ${built} opportunities in ${seconds} s.`);
        }),
      ),
    );
}

async function help(projector: Projector): Promise<void> {
  endWithStarter();
  await projector.build(() => undefined);
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > mostProcesses)
    throw new InvalidArgumentError(`Give a whole number from 1 to ${mostProcesses}.`);
  return count;
}
