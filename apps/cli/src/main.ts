import 'reflect-metadata';
import { CommanderError } from 'commander';
import { exitCodes } from './console/exit-codes';
import { runner } from './console/run';
import { program } from './program';

const tandem = program(runner);
for (const command of [tandem, ...tandem.commands]) command.exitOverride();

try {
  await tandem.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
}
