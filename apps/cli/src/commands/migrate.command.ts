import type { Command } from 'commander';
import { readConfig } from '@tandem/config';
import { migrate } from '@tandem/database';
import type { Runner } from '../console/run';

/** `tandem migrate`: brings the schema up to what this program needs. */
export function addMigrate(program: Command, { run }: Runner): void {
  program
    .command('migrate')
    .description('create the database when it is missing and bring its schema up to date')
    .option('--json', 'print one JSON document')
    .action((options: { json?: boolean }) =>
      run(options, async (screen) => {
        const ran = await migrate(readConfig().DATABASE_URL, screen.print);
        if (screen.json) screen.document({ migrations: ran });
      }),
    );
}
