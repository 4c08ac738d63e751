import { Module } from '@nestjs/common';
import { MetricsModule } from '@tandem/metrics';
import { PeopleModule } from '@tandem/people';
import { TargetsReader } from './targets.reader';
import { TargetsRepository } from './targets.repository';
import { TargetsService } from './targets.service';

@Module({
  imports: [MetricsModule, PeopleModule],
  providers: [TargetsReader, TargetsRepository, TargetsService],
  exports: [TargetsReader, TargetsService],
})
export class TargetsModule {}
