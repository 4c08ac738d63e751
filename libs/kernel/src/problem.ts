/** Every way the product says no; the API maps each kind to one HTTP status. */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'refused'
  | 'stale'
  | 'unprocessable'
  | 'version-required'
  | 'too-large'
  | 'media-type'
  | 'too-many'
  | 'unavailable';

export type Facts = Readonly<Record<string, unknown>>;

/** What a rule returns instead of a decision: a stable code, a sentence a person can act on, and the facts behind it. */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly detail: string;
  readonly facts: Facts;
}

/** What a service throws; `code` is stable, `detail` tells a person what to do, `facts` fill in translations. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly code: string,
    readonly detail: string,
    readonly facts: Facts = {},
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Problem';
  }
}

export const refusal = (code: string, detail: string, facts: Facts = {}): Refusal => ({
  refused: true,
  code,
  detail,
  facts,
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;

/** Gives back a rule's decision, or throws its refusal as a problem. */
export function decided<T>(decision: T | Refusal): T {
  if (isRefusal(decision)) throw refused(decision.code, decision.detail, decision.facts);
  return decision;
}

export const invalid = (code: string, detail: string, facts?: Facts) => new Problem('invalid', code, detail, facts);
export const unauthenticated = (code: string, detail: string, facts?: Facts) =>
  new Problem('unauthenticated', code, detail, facts);
export const forbidden = (code: string, detail: string, facts?: Facts) => new Problem('forbidden', code, detail, facts);
export const missing = (code: string, detail: string, facts?: Facts) => new Problem('missing', code, detail, facts);
export const refused = (code: string, detail: string, facts?: Facts) => new Problem('refused', code, detail, facts);
/** `facts.current` carries the present state, so that a screen can offer both values. */
export const stale = (code: string, detail: string, facts?: Facts) => new Problem('stale', code, detail, facts);
export const unprocessable = (code: string, detail: string, facts?: Facts) =>
  new Problem('unprocessable', code, detail, facts);
export const versionRequired = (code: string, detail: string, facts?: Facts) =>
  new Problem('version-required', code, detail, facts);
/** The body is in a form this product does not read. */
export const wrongMediaType = (code: string, detail: string, facts?: Facts) =>
  new Problem('media-type', code, detail, facts);
export const tooLarge = (code: string, detail: string, facts?: Facts) => new Problem('too-large', code, detail, facts);
export const tooMany = (code: string, detail: string, facts?: Facts) => new Problem('too-many', code, detail, facts);
export const unavailable = (code: string, detail: string, facts?: Facts) =>
  new Problem('unavailable', code, detail, facts);
