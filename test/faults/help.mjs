import { catalogue } from './catalogue.mjs';
import { ledgerOptions } from './ledger/settings.mjs';
import { optionsHelp } from './options.mjs';
import { smtpOptions } from './smtp/run.mjs';

const lines = [...catalogue.values()].map(({ name, says }) => `  ${name.padEnd(19)}${says}`);

const apartHelp = Object.entries({ ...smtpOptions, ...ledgerOptions })
  .map(([name, says]) => `  ${name.padEnd(14)} ${says}`)
  .join('\n');

export const help = `Usage: npm run faults -- <name>

Runs the built product on private servers, loads it with clients, breaks something under it, and then compares what the
clients were promised with what is there. The exit code is 0 only when nothing is off.

Runs:
${lines.join('\n')}
  smtp              letters to a mail server that goes wrong in eleven ways, and workers killed meanwhile
  fact-ledger       sums and tail compared with the records while 64 people write and whoever folds is killed
  prove             the harness alone: its own specs, with every violation planted

Options, by environment:
${optionsHelp}
${apartHelp}

The same seed gives the same moves, keys and order of faults; how they meet in time is never quite the same.
  SEED=7 npm run faults -- combined
  MOVES=200000 KILLS=60 npm run faults -- long
What each run proves, and what it cannot, stands in docs/faults.md.`;
