import { currencies } from './amounts';
import { tellRounds, withWorld } from './rounds';

// Apart from those of two digits, so that both halves are told at the same time.
tellRounds(
  Object.keys(currencies).filter((code) => currencies[code]?.digits !== 2),
  withWorld(),
);
