import { Module } from '@nestjs/common';
import { PeopleModule } from '@tandem/people';
import { PeopleController } from './people.controller';
import { SessionController } from './session.controller';

@Module({ imports: [PeopleModule], controllers: [PeopleController, SessionController] })
export class PeopleApiModule {}
