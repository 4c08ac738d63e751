import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '@tandem/opportunities';
import { PeopleModule } from '@tandem/people';
import { SearchController } from './search.controller';

@Module({ imports: [OpportunitiesModule, PeopleModule], controllers: [SearchController] })
export class SearchApiModule {}
