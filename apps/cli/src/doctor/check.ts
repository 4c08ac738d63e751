export const states = ['good', 'advice', 'warning', 'bad'] as const;

/**
 * `good` is as it should be; `advice` could be better or could not be learned; `warning` will hurt on a bad day;
 * `bad` loses work, shows wrong figures or keeps Tandem from working.
 */
export type State = (typeof states)[number];

/** One thing the doctor looked at. */
export interface Check {
  /** `<subject>.<what>`, stable: scripts ask for it. */
  readonly name: string;
  readonly state: State;
  /** What was found. */
  readonly found: string;
  /** What to do about it; null when it is good. */
  readonly advice: string | null;
}

/** Good when it holds, else of the given gravity with advice. */
export const check = (
  name: string,
  found: string,
  holds: boolean,
  { otherwise, advice }: { readonly otherwise: Exclude<State, 'good'>; readonly advice: string },
): Check => ({ name, found, state: holds ? 'good' : otherwise, advice: holds ? null : advice });

/** What cannot be looked at is a finding like any other and hides none of the rest. */
export const couldNotLook = (name: string, { message }: Error): Check => ({
  name,
  state: 'bad',
  found: message,
  advice: 'This could not be looked at. When migrations are pending, run tandem migrate first.',
});

/** What a managed server keeps to itself is nobody's fault, but somebody should ask. */
export const untold = (name: string, advice: string): Check => ({ name, found: 'not told', state: 'advice', advice });
