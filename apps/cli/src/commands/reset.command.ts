import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { Database } from '@tandem/database';
import { ClearingRepository } from '@tandem/exchange';
import { OrganisationReader } from '@tandem/people';
import { UsageFault } from '../console/exit-codes';
import type { Runner } from '../console/run';
import { withProductOfOwner } from '../product';

interface Options {
  readonly yes?: boolean;
  readonly json?: boolean;
}

const held = {
  demo: 'the demo company',
  real: 'ALL REAL RECORDS of this organisation',
  nothing: 'what little is here',
};

/** `tandem reset`: empties the organisation, the demo company or everything real. */
export function addReset(program: Command, { run }: Runner): void {
  program
    .command('reset')
    .description('remove the demo company, or all records of the organisation')
    .option('--yes', 'do not ask')
    .option('--json', 'print one JSON document')
    .action(({ yes = false, ...options }: Options) =>
      run(options, (screen) =>
        withProductOfOwner(async (product) => {
          const holds = (await product.get(OrganisationReader).find())?.holds ?? 'nothing';
          if (!yes && !(await agrees(`This removes ${held[holds]} for good. Type yes to go on: `)))
            return screen.note('Nothing was removed.');
          await product
            .get(Database)
            .write(() => product.get(ClearingRepository).clear({ personId: null, runId: null }));
          if (screen.json) screen.document({ removed: holds });
          else screen.print(`Removed ${held[holds]}.`);
        }),
      ),
    );
}

async function agrees(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageFault('Nobody can be asked here: say --yes to remove everything.');
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await asked.question(question)).trim().toLowerCase() === 'yes';
  } finally {
    asked.close();
  }
}
