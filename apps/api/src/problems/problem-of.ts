import { HttpException } from '@nestjs/common';
import { isConnectionFailure, isRetryable } from '@tandem/database';
import { forbidden, invalid, missing, Problem, tooLarge, unavailable, wrongMediaType } from '@tandem/kernel';

interface FrameworkError {
  readonly code?: string;
  readonly statusCode?: number;
}

/** What went wrong in our own words; null for something we did not foresee. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (isConnectionFailure(error)) {
    return unavailable(
      'database.away',
      'The database cannot be reached right now. Nothing was changed; try again in a moment.',
      { retryAfter: 2 },
    );
  }
  if (isRetryable(error)) {
    return unavailable(
      'database.contended',
      'Many people are changing the same records right now. Try again in a moment.',
      {
        retryAfter: 1,
      },
    );
  }
  const { code, statusCode } = (error ?? {}) as FrameworkError;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') {
    return tooLarge('body.too_large', 'The request is larger than allowed (256 kB, or 50 MB for a file).');
  }
  if (code === 'FST_ERR_BAD_URL')
    return invalid('route.unreadable', 'The address cannot be read: what follows a % must be UTF-8 in hexadecimal.');
  if (code === 'FST_ERR_MAX_PARAM_LENGTH') return missing('route.missing', 'There is nothing at this address.');
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status === 404) return missing('route.missing', 'There is nothing at this address.');
  if (status === 403) return forbidden('policy.refused', 'You may not do this.');
  if (status === 413) return tooLarge('body.too_large', 'The request is larger than allowed.');
  if (status === 415 || code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return wrongMediaType('body.media_type', 'Send the body as application/json.');
  if (status !== undefined && status >= 400 && status < 500) {
    return invalid('body.malformed', 'The request could not be read: it is not valid JSON.');
  }
  return null;
}
