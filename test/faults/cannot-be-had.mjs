import { PlainError } from '../../tools/plain-error.mjs';

/** Neither good nor bad: what a run needs is not on this machine. The exit code is the one by which test harnesses say "skipped". */
export const cannotBeHad = (why) => new PlainError(`This run cannot be had here. ${why}`, 77);
