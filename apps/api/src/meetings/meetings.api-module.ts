import { Module } from '@nestjs/common';
import { MeetingsModule } from '@tandem/meetings';
import { PeopleModule } from '@tandem/people';
import { ActionsController } from './actions.controller';
import { AgendasController } from './agendas.controller';
import { MeetingPages } from './meeting-pages';
import { Readings } from './readings';

@Module({
  imports: [MeetingsModule, PeopleModule],
  controllers: [AgendasController, ActionsController],
  providers: [MeetingPages, Readings],
})
export class MeetingsApiModule {}
