import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '@tandem/opportunities';
import { BoardController } from './board.controller';
import { OpportunitiesController } from './opportunities.controller';

@Module({ imports: [OpportunitiesModule], controllers: [BoardController, OpportunitiesController] })
export class OpportunitiesApiModule {}
