import { Module } from '@nestjs/common';

/** Proving that what is kept fits together. */
@Module({})
export class VerificationModule {}
