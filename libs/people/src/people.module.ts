import { Module } from '@nestjs/common';
import { AccountsReader } from './accounts.reader';
import { AccountsService } from './accounts.service';
import { CalendarReader } from './calendar.reader';
import { DirectoryReader } from './directory.reader';
import { FiscalCalendarService } from './fiscal-calendar.service';
import { InvitationsService } from './invitations.service';
import { OrganisationReader } from './organisation.reader';
import { OwnPasswordService } from './own-password.service';
import { PeopleReader } from './people.reader';
import { PeopleService } from './people.service';
import { PeriodLocksReader } from './period-locks.reader';
import { PeriodLocksService } from './period-locks.service';
import { SessionsService } from './sessions.service';
import { SetupService } from './setup.service';
import { SignInBrake } from './sign-in-brake';

const parts = [
  AccountsReader,
  AccountsService,
  CalendarReader,
  DirectoryReader,
  FiscalCalendarService,
  InvitationsService,
  OrganisationReader,
  OwnPasswordService,
  PeopleReader,
  PeopleService,
  PeriodLocksReader,
  PeriodLocksService,
  SessionsService,
  SetupService,
  SignInBrake,
];

@Module({ providers: parts, exports: parts })
export class PeopleModule {}
