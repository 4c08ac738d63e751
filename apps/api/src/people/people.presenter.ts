import type { Bilingual, Me, OfficeWire, PersonAccountWire, PersonWire, TeamWire } from '@tandem/contracts';
import type { PlainDate } from '@tandem/kernel';
import type { AccountView, OfficeView, Organisation, PersonView, TeamView } from '@tandem/people';
import { policiesOf } from '../access/policy';

export const bilingual = ({ name, nameZh }: { readonly name: string; readonly nameZh: string | null }): Bilingual => ({
  en: name,
  zhTW: nameZh,
});

export const presentPerson = (person: PersonView): PersonWire => ({
  id: person.id,
  name: bilingual(person),
  side: person.side,
  role: person.role,
  teamId: person.teamId,
  active: person.active,
});

export const presentAccount = (account: AccountView): PersonAccountWire => ({
  ...presentPerson(account),
  email: account.email,
  locale: account.locale,
  canSignIn: account.canSignIn,
  isInvited: account.isInvited,
  lastSeenAt: account.lastSeenAt?.toISOString() ?? null,
  version: account.version,
});

export const presentTeam = (team: TeamView): TeamWire => ({
  id: team.id,
  name: bilingual(team),
  side: team.side,
  officeId: team.officeId,
});

export const presentOffice = (office: OfficeView): OfficeWire => ({ id: office.id, name: bilingual(office) });

export const presentMe = (
  person: PersonView,
  organisation: Organisation | null,
  today: PlainDate,
  expiresAt: Date,
): Me => ({
  person: {
    id: person.id,
    name: bilingual(person),
    email: person.email,
    side: person.side,
    role: person.role,
    teamId: person.teamId,
    locale: person.locale,
    isToured: person.touredAt !== null,
  },
  organisation: {
    name: organisation?.name ?? 'Tandem',
    reportingCurrency: organisation?.reportingCurrency ?? 'USD',
    zone: organisation?.zone ?? 'UTC',
    fiscalYearStart: organisation?.fiscalYearStart ?? 1,
    fiscalCalendar: organisation?.fiscalCalendar ?? 'months',
    fiscalYearRule: organisation?.fiscalYearRule ?? 'containing',
    weekStart: organisation?.weekStart ?? 1,
    holds: organisation?.holds ?? 'nothing',
    today,
  },
  may: policiesOf(person.role),
  expiresAt: expiresAt.toISOString(),
});
