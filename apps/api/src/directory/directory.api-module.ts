import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '@tandem/opportunities';
import { PeopleModule } from '@tandem/people';
import { DirectoryController } from './directory.controller';

@Module({ imports: [OpportunitiesModule, PeopleModule], controllers: [DirectoryController] })
export class DirectoryApiModule {}
