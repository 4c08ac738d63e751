/** What money is in: the currency a run has for itself, or the one of the reports. */
export type Coin = 'foreign' | 'home';

/** What is true of an opportunity. */
export interface State {
  readonly stage: string;
  readonly outcome: 'open' | 'won' | 'lost' | 'cancelled';
  readonly amount: bigint | null;
  readonly coin: Coin;
  /** The day it closed. */
  readonly closed: string | null;
}

/** A row of the log: when it was true, and which row it corrects. */
export interface Row {
  readonly at: number;
  readonly before: State | null;
  readonly after: State;
  readonly fix: 'redate' | 'withdraw' | null;
  readonly of: number | null;
}

/** The log as it is known now: what was taken back is gone, what was given another date stands at that. */
export function effective(log: readonly Row[]): (Row & { readonly seq: number })[] {
  const rows = log.map((row, place) => ({ ...row, seq: place + 1 }));
  return rows
    .filter(({ fix, seq }) => fix === null && !rows.some((one) => one.fix === 'withdraw' && one.of === seq))
    .map((row) => ({ ...row, at: rows.findLast((one) => one.fix === 'redate' && one.of === row.seq)?.at ?? row.at }));
}

/** May something have been true then? Not ahead, not before the latest row, not on a closed day. */
export function backdated(
  log: readonly Row[],
  at: number | null,
  { now, lockedBefore }: { readonly now: number; readonly lockedBefore: string },
): boolean {
  if (at === null) return true;
  const latest = effective(log).at(-1)?.at ?? 0;
  return at <= now && at >= latest && new Date(at).toISOString().slice(0, 10) >= lockedBefore;
}

/** Writes a row: what changes, and when that was true. */
export function tell(
  deal: { state: State; version: number; readonly log: Row[] },
  after: Partial<State>,
  at: number,
): true {
  const next = { ...deal.state, ...after };
  deal.log.push({ at, before: deal.state, after: next, fix: null, of: null });
  deal.state = next;
  deal.version += 1;
  return true;
}
