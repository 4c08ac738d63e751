import { Module } from '@nestjs/common';
import { DemoModule } from '@tandem/demo';
import { PeopleModule } from '@tandem/people';
import { InvitationsController } from './invitations.controller';
import { SetupCode } from './setup-code';
import { SetupController } from './setup.controller';

@Module({
  imports: [DemoModule, PeopleModule],
  controllers: [InvitationsController, SetupController],
  providers: [SetupCode],
})
export class SetupApiModule {}
