import type { ProblemKind } from '@tandem/kernel';

/** The one place where a kind of problem becomes an HTTP status. */
export const statusOf: Readonly<Record<ProblemKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  refused: 409,
  stale: 412,
  'too-large': 413,
  'media-type': 415,
  unprocessable: 422,
  'version-required': 428,
  'too-many': 429,
  unavailable: 503,
};
