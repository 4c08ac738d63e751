import { Module } from '@nestjs/common';
import { PeopleModule } from '@tandem/people';
import { AccountsController } from './accounts.controller';
import { PasswordController } from './password.controller';
import { PeopleController } from './people.controller';
import { SessionController } from './session.controller';

@Module({
  imports: [PeopleModule],
  controllers: [AccountsController, PasswordController, PeopleController, SessionController],
})
export class PeopleApiModule {}
