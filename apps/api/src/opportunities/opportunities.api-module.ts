import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '@tandem/opportunities';
import { BoardController } from './board.controller';
import { CorrectionsController } from './corrections.controller';
import { OpportunitiesController } from './opportunities.controller';

@Module({
  imports: [OpportunitiesModule],
  controllers: [BoardController, OpportunitiesController, CorrectionsController],
})
export class OpportunitiesApiModule {}
