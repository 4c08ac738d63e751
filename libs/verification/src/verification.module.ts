import { Module } from '@nestjs/common';
import { KnownReader } from './known.reader';
import { Verifier } from './verifier';

/** Proving that what is kept fits together. */
@Module({ providers: [KnownReader, Verifier], exports: [Verifier] })
export class VerificationModule {}
