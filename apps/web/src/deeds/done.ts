import type { Undoable } from './use-undoable';

/** How a dialog says that its deed is done, and what takes it back where something does. */
export type Done = (sentence: string, back?: Omit<Undoable, 'sentence'>) => void;
