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
        const { DATABASE_URL, DATABASE_OWNER_URL = DATABASE_URL } = readConfig();
        const ran = await migrate(DATABASE_OWNER_URL, { application: DATABASE_URL, say: screen.print });
        if (screen.json) screen.document({ migrations: ran });
      }),
    );
}
