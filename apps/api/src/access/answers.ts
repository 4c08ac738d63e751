import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

interface Answer {
  /** Default 200. */
  readonly status?: number;
  /** The route changes something: it takes an Idempotency-Key, and may be refused for it. */
  readonly changes?: boolean;
  /** The route needs the version it changes. */
  readonly versioned?: boolean;
}

/** What a route answers: checked on the way out, and written into the OpenAPI document from the same schema. */
export function Answers(
  schema: z.ZodType | null,
  { status = schema ? 200 : 204, changes, versioned }: Answer = {},
): MethodDecorator {
  const refusals = [400, 401, 403, 404, ...(changes ? [409, 422, 503] : [503]), ...(versioned ? [412, 428] : [])];
  return applyDecorators(
    HttpCode(status),
    ...(schema ? [SerializeOptions({ schema })] : []),
    ApiResponse({ status, description: 'Done', ...(schema ? { standardSchema: schema } : {}) }),
    ...refusals.map((refused) =>
      ApiResponse({
        status: refused,
        description: meanings[refused] ?? '',
        schema: { $ref: '#/components/schemas/Problem' },
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
      ? [ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you were given, such as "v3".' })]
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
  422: 'This Idempotency-Key was used for another request',
  428: 'If-Match is missing',
  503: 'Not available at the moment; try again after Retry-After seconds',
};
