import type { Command } from 'commander';
import { Projector } from '@tandem/metrics';
import type { Runner } from '../console/run';
import { withProduct } from '../product';

/** `tandem rebuild-figures`: makes all sums of the figures anew from the records, after a restore or to be sure. */
export function addRebuildFigures(program: Command, { run }: Runner): void {
  program
    .command('rebuild-figures')
    .description(
      'make the sums of all figures anew from the records; people may go on working, and it can be stopped and run again',
    )
    .option('--json', 'print one JSON document')
    .action((options: { json?: boolean }) =>
      run(options, (screen) =>
        withProduct(async (product) => {
          const began = performance.now();
          const built = await product
            .get(Projector, { strict: false })
            .rebuild(({ built: done, total }) => screen.progress('Folding opportunities', done, total));
          const seconds = Math.round((performance.now() - began) / 100) / 10;
          if (screen.json) return screen.document({ opportunities: built, seconds });
          screen.print(`Folded ${built} opportunities in ${seconds} s.`);
        }),
      ),
    );
}
