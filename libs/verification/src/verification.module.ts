import { Module } from '@nestjs/common';
import { MetricsModule } from '@tandem/metrics';
import { PeopleModule } from '@tandem/people';
import { KnownReader } from './known.reader';
import { VerificationRunsReader } from './verification-runs.reader';
import { VerificationRunsRepository } from './verification-runs.repository';
import { VerificationService } from './verification.service';
import { Verifier } from './verifier';

/** Proving that what is kept fits together. */
@Module({
  imports: [PeopleModule, MetricsModule],
  providers: [KnownReader, Verifier, VerificationRunsRepository, VerificationRunsReader, VerificationService],
  exports: [Verifier, VerificationRunsReader, VerificationService],
})
export class VerificationModule {}
