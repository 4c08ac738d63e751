import { Command } from 'commander';
import { addAgenda } from './commands/agenda.command';
import { addBounce } from './commands/bounce.command';
import { addFiscalCalendar } from './commands/fiscal-calendar.command';
import { addDoctor } from './commands/doctor.command';
import { addFunnel } from './commands/funnel.command';
import { addImport } from './commands/import.command';
import { addKpis } from './commands/kpis.command';
import { addMigrate } from './commands/migrate.command';
import { addRebuildFigures } from './commands/rebuild-figures.command';
import { addRebuildQueues } from './commands/rebuild-queues.command';
import { addReset } from './commands/reset.command';
import { addSeed } from './commands/seed.command';
import { addSignIns } from './commands/sign-ins.command';
import { addUser } from './commands/user.command';
import { addVerify } from './commands/verify.command';
import type { Runner } from './console/run';

const commands = [
  addImport,
  addFiscalCalendar,
  addKpis,
  addFunnel,
  addAgenda,
  addSeed,
  addSignIns,
  addReset,
  addUser,
  addMigrate,
  addDoctor,
  addVerify,
  addBounce,
  addRebuildFigures,
  addRebuildQueues,
];

const help = `
Exit codes:
   0  done
   1  something unexpected; the message says what
   2  wrong usage
   3  refused by a rule of the business
   4  an input file is faulty; nothing was written
   5  the database or Redis cannot be reached
   6  the import is done, but some rows were refused; the report names them
  78  the configuration is faulty
 130  stopped by Ctrl-C

With --json a command prints exactly one JSON document on stdout; progress and notes go to stderr.`;

/** The whole command line, one line a command. */
export function program(runner: Runner): Command {
  const tandem = new Command('tandem')
    .description('One revenue funnel that sales and marketing own together.')
    .version('0.1.0', '-V, --version')
    // Subcommands inherit it: wrong usage is told by an exception, and main decides on the exit code.
    .exitOverride()
    .addHelpText('after', help)
    .showHelpAfterError('(tandem --help lists the commands)');
  for (const add of commands) add(tandem, runner);
  return tandem;
}
