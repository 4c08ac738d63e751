import { drop, everHeldReal, exists, procedure } from './0025-forget-ledger';
import { migration } from './migration';

/** Quotas and expenses became append-only too, so that nobody but the one procedure removes them. */
export const appendOnlyFigures = ['quota', 'expense_line'];

export const forgetFigures = [
  migration(1763900003300, 'drop_forget_ledger_of_less_', { up: drop, down: procedure(everHeldReal) }),
  migration(1763900003301, 'create_forget_ledger_of_figures_', {
    up: procedure(everHeldReal, appendOnlyFigures),
    down: drop,
    unless: exists,
  }),
];
