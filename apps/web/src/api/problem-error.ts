import type { Problem } from '@tandem/contracts';

/** What the server said no with; `code` is stable, `detail` is already in the reader's language. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    /** Seconds the server asks to wait before the next try. */
    readonly retryAfter: number | null,
  ) {
    super(problem.detail);
    this.name = 'ProblemError';
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** The request never got an answer: it may or may not have been carried out. */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super('no answer from the server', { cause });
    this.name = 'ConnectionError';
  }
}

export const isProblem = (error: unknown, status?: number): error is ProblemError =>
  error instanceof ProblemError && (status === undefined || error.status === status);

/** Trying the same request again may well succeed: no answer, or a server that is coming back. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ConnectionError || (error instanceof ProblemError && [502, 503, 504].includes(error.status));
