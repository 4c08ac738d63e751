import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '@tandem/opportunities';
import { HandOffsController } from './hand-offs.controller';

@Module({ imports: [OpportunitiesModule], controllers: [HandOffsController] })
export class HandOffsApiModule {}
