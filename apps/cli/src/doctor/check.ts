/** One thing the doctor looked at. */
export interface Check {
  readonly name: string;
  readonly state: 'good' | 'warning' | 'bad';
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
  { otherwise, advice }: { readonly otherwise: 'warning' | 'bad'; readonly advice: string },
): Check => ({ name, found, state: holds ? 'good' : otherwise, advice: holds ? null : advice });
