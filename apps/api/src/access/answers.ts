import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

interface Answer {
  /** Default 200. */
  readonly status?: number;
  /** The route changes something: it takes an Idempotency-Key, and may be refused for it. */
  readonly changes?: boolean;
  /** The route needs the version it changes; `when_there` if it may also make what is not there yet. */
  readonly versioned?: boolean | 'when_there';
  /** The route slows down whoever guesses. It takes a body and no Idempotency-Key. */
  readonly slows?: boolean;
  /** The route may say no to what fits, as one that changes something always may. */
  readonly decides?: boolean;
  /** The route looks at a file and keeps nothing of it. */
  readonly looks?: boolean;
}

/** What a route answers: checked on the way out, and written into the OpenAPI document from the same schema. */
export function Answers(
  schema: z.ZodType | null,
  { status = schema ? 200 : 204, changes, versioned, slows, decides, looks }: Answer = {},
): MethodDecorator {
  const refusals = [
    400,
    401,
    403,
    404,
    415,
    503,
    ...(changes ? [409, 413, 422] : []),
    ...(versioned ? [412, 428] : []),
    ...(slows ? [413, 429] : []),
    ...(decides ? [409] : []),
    ...(looks ? [413] : []),
  ];
  return applyDecorators(
    HttpCode(status),
    ...(schema ? [SerializeOptions({ schema })] : []),
    ApiResponse({ status, description: 'Done', ...(schema ? { standardSchema: schema } : {}) }),
    ...refusals.map((refused) =>
      ApiResponse({
        status: refused,
        description: meanings[refused] ?? '',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
    ...(changes
      ? [
          ApiHeader({
            name: 'Idempotency-Key',
            required: false,
            description: 'The same key with the same body is carried out once.',
          }),
        ]
      : []),
    ...(versioned
      ? [
          ApiHeader({
            name: 'If-Match',
            required: versioned === true,
            description: 'The ETag you were given, such as "v3".',
          }),
        ]
      : []),
  );
}

const meanings: Readonly<Record<number, string>> = {
  400: 'The request is not valid',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found, or not yours to see',
  409: 'Not possible now',
  412: 'Somebody changed it meanwhile; `current` is what it is now',
  413: 'Larger than is taken',
  415: 'The body is not sent in the form that is read here',
  422: 'This Idempotency-Key was used for another request',
  428: 'If-Match is missing',
  429: 'Too many tries; wait for Retry-After seconds',
  503: 'Not available at the moment; try again after Retry-After seconds',
};
