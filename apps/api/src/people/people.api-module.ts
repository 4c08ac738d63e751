import { Module } from '@nestjs/common';
import { PeopleModule } from '@tandem/people';
import { AccountsController } from './accounts.controller';
import { PeopleController } from './people.controller';
import { SessionController } from './session.controller';

@Module({ imports: [PeopleModule], controllers: [AccountsController, PeopleController, SessionController] })
export class PeopleApiModule {}
