// What a person may choose for a run, by the environment.
import { PlainError } from '../../tools/plain-error.mjs';

const names = {
  SEED: 'the order of moves and faults follows from it (1)',
  SECONDS: 'how long the load lasts; with MOVES, how long it may last at most',
  MOVES: 'stop when so many moves are acknowledged, and spread the faults over them',
  KILLS: 'how many times something is struck; other faults follow in proportion',
  HOLD: 'seconds for which things stay away, stand still or are slow',
  CLIENTS: 'clients at once (64)',
  OPPORTUNITIES: 'opportunities they move (10 for each client in runs beyond 5 minutes, else 200)',
  APIS: 'API processes (1)',
  WORKERS: 'worker processes (1, or 2 where a worker becomes a zombie)',
  STEP: 'cut at every STEP-th byte of a request and its answer',
  SLACK: 'how many times longer than the goal recovery may take, on a machine that others use (1, quick 4)',
  KEEP: 'keep journal and logs in .data/faults even when nothing is off: KEEP=1',
};

/** The whole numbers that were given; a name that was not is undefined. */
export function readOptions(environment = process.env) {
  const options = {};
  for (const name of Object.keys(names)) {
    const given = environment[name];
    if (given === undefined || given === '') continue;
    if (!/^\d{1,9}$/.test(given)) throw new PlainError(`${name} is "${given}": give a whole number.`, 2);
    options[name.toLowerCase()] = Number(given);
  }
  return options;
}

export const optionsHelp = Object.entries(names)
  .map(([name, says]) => `  ${name.padEnd(14)} ${says}`)
  .join('\n');
