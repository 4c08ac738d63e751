import { SetMetadata } from '@nestjs/common';

export const ALWAYS_ANSWERED = 'always-answered';

/** This read is answered however much there is to do: health, and who is signed in. */
export const AlwaysAnswered = () => SetMetadata(ALWAYS_ANSWERED, true);
