import { SetMetadata } from '@nestjs/common';

export const UNNAMED = 'unnamed';

/**
 * Nothing that is kept of the request tells who sent it. Its Idempotency-Key is one among everybody's, so it has to be drawn by chance;
 * what remembers the request is sealed with it, and only whoever has the key could say what was asked.
 */
export const Unnamed = () => SetMetadata(UNNAMED, true);
