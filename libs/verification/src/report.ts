import type { CheckId } from './catalogue';
import type { Example } from './check';

/** What one check found. */
export interface Verdict {
  readonly id: CheckId;
  /** Rows looked at. */
  readonly looked: number;
  /** Rows that do not fit; 0 when the law holds. */
  readonly violations: number;
  readonly examples: readonly Example[];
}

/** How long one kind of row took. */
export interface Part {
  readonly name: string;
  readonly looked: number;
  /** Of all connections together. */
  readonly seconds: number;
}

export interface VerificationReport {
  readonly verdicts: readonly Verdict[];
  readonly parts: readonly Part[];
  readonly looked: number;
  readonly violations: number;
  readonly seconds: number;
}

/** How far a verification has come, in steps of about equal work. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}
