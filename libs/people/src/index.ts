export { AccountsReader, type AccountView } from './accounts.reader';
export { AccountsService } from './accounts.service';
export { CalendarReader, standardCalendar } from './calendar.reader';
export { DirectoryReader, type DirectoryEntry, type DirectoryQuery } from './directory.reader';
export { FiscalCalendarService } from './fiscal-calendar.service';
export { Invitation } from './invitation.entity';
export { InvitationsService, type Invited } from './invitations.service';
export { Organisation } from './organisation.entity';
export { OrganisationReader } from './organisation.reader';
export { OwnPasswordService } from './own-password.service';
export { hashPassword } from './passwords';
export { PeopleModule } from './people.module';
export { PeopleReader, type OfficeView, type PersonView, type TeamView } from './people.reader';
export { PeopleService, type NewPerson, type OwnCard } from './people.service';
export { PeriodLock } from './period-lock.entity';
export { PeriodLocksReader, type PeriodLockView } from './period-locks.reader';
export { PeriodLocksService } from './period-locks.service';
export { Person } from './person.entity';
export { judgePassword } from './rules/judge-password';
export { normalEmail } from './rules/normal-email';
export {
  addWorkingMinutes,
  isWorkingDay,
  workAt,
  workingDays,
  workingMinutes,
  workingSecondsLeft,
  workingSpans,
  type WorkingCalendar,
  type WorkingSpan,
} from './rules/working-time';
export { Session, SignInFailure } from './session.entity';
export { SessionsService, type SignedIn } from './sessions.service';
export { SetupService, type OrganisationSettings } from './setup.service';
export { Office, Team } from './team.entity';
export { WorkingCalendarRow, WorkingHoliday } from './working-calendar.entity';
