import { SetMetadata } from '@nestjs/common';

export const NOT_KEPT = 'not-kept';

/** A field of the answer that is told once: whoever repeats the request with its Idempotency-Key finds null there. */
export const NotKept = (field: string) => SetMetadata(NOT_KEPT, field);
