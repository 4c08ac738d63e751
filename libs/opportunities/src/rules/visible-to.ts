import type { Id } from '@tandem/kernel';
import { seesEverything, type Worker } from './may-work';

/** Whose opportunities somebody sees: all of them, or those of one team; without a team none. */
export type Scope = { readonly everything: true } | { readonly everything: false; readonly teamId: Id<'team'> | null };

/** A team sees what it owns, what it handed over, and what is being offered to it. */
export const visibleTo = (worker: Worker): Scope =>
  seesEverything(worker) ? { everything: true } : { everything: false, teamId: worker.teamId };
