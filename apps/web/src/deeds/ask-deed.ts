import type { Deed } from './deed';

export const deedAsked = 'tandem:deed';

/** Asks for a deed from where no dialog of one stands, such as a line that outlives its page. */
export const askDeed = (deed: Deed): void => void window.dispatchEvent(new CustomEvent(deedAsked, { detail: deed }));
