import { people } from './0001-people';
import { funnel } from './0002-funnel';
import { opportunities } from './0003-opportunities';
import { purse } from './0004-purse';
import { meetings } from './0005-meetings';
import { journal } from './0006-journal';
import { importCurrency } from './0010-import-currency';

/** Every migration, oldest first. */
export const migrations = [
  ...people,
  ...funnel,
  ...opportunities,
  ...purse,
  ...meetings,
  ...journal,
  ...importCurrency,
];
