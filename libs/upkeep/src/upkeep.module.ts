import { Module } from '@nestjs/common';
import { JobsModule } from '@tandem/jobs';
import { MetricsModule } from '@tandem/metrics';
import { PeopleModule } from '@tandem/people';
import { VerificationModule } from '@tandem/verification';
import { AuditReader } from './audit.reader';
import { AuditedNamesReader } from './audited-names.reader';
import { StandingReader } from './standing.reader';
import { WorkReader } from './work.reader';

const parts = [AuditReader, AuditedNamesReader, StandingReader, WorkReader];

/** Looking after the installation: what it is at, what it left undone, and who did what. */
@Module({ imports: [JobsModule, MetricsModule, PeopleModule, VerificationModule], providers: parts, exports: parts })
export class UpkeepModule {}
