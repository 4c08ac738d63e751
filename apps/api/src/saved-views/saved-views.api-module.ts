import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '@tandem/opportunities';
import { SavedViewsController } from './saved-views.controller';

@Module({ imports: [OpportunitiesModule], controllers: [SavedViewsController] })
export class SavedViewsApiModule {}
