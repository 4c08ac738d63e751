import { Module } from '@nestjs/common';
import { TargetsModule } from '@tandem/targets';
import { QuotasController } from './quotas.controller';
import { TargetsController } from './targets.controller';

@Module({ imports: [TargetsModule], controllers: [TargetsController, QuotasController] })
export class TargetsApiModule {}
