import { SetMetadata } from '@nestjs/common';

export const OWN_TRANSACTION = 'own-transaction';

/** The route commits by itself, because part of what it does must stay even when it refuses (such as counting failed sign-ins). */
export const OwnTransaction = () => SetMetadata(OWN_TRANSACTION, true);
