import { refused, type Problem } from '@tandem/kernel';

/** Every way the demo says no. */
export const alreadyHere = (): Problem =>
  refused('demo.already_here', 'The demo company is here already. Remove it first (tandem reset) to load it anew.');

export const realRecordsHere = (): Problem =>
  refused('demo.not_empty', 'This organisation holds records of its own, and the demo company never mixes with them.');

export const noDemoHere = (): Problem => refused('demo.not_here', 'This organisation does not hold the demo company.');
