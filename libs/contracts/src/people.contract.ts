import { z } from 'zod';
import {
  bilingual,
  day,
  id,
  instant,
  invitationToken,
  line,
  listOf,
  locale,
  role,
  side,
  version,
} from './shapes.contract';

export const signIn = z.strictObject({
  email: z.string().trim().min(3).max(320),
  password: z.string().min(1).max(128),
});

/** Who is signed in, and what the screens need to know about the organisation. */
export const me = z.object({
  person: z.object({
    id,
    name: bilingual,
    email: z.string().nullable(),
    side,
    role,
    teamId: id.nullable(),
    locale,
    /** Whether they were shown around, or did not want to be. */
    isToured: z.boolean(),
  }),
  organisation: z.object({
    name: z.string(),
    reportingCurrency: z.string(),
    zone: z.string(),
    fiscalYearStart: z.int(),
    fiscalCalendar: z.enum(['months', 'weeks_445', 'weeks_454', 'weeks_544']),
    fiscalYearRule: z.enum(['containing', 'nearest']),
    weekStart: z.int(),
    /** Whether the records are the generated demo company, real ones, or none yet. */
    holds: z.enum(['nothing', 'demo', 'real']),
    /** Today in the reporting zone. */
    today: day,
  }),
  /** What this person may do, for showing or hiding controls; the server decides again on each request. */
  may: z.array(z.string()),
  expiresAt: instant,
});

/** Another password for whoever is signed in. */
export const ownPassword = z.strictObject({
  /** The one they have, because a browser may be left open. */
  present: z.string().min(1).max(128),
  next: z.string().min(12).max(128),
});

/** What somebody chooses for themselves; what is left out stays. */
export const preferences = z.strictObject({ locale: locale.optional(), isToured: z.literal(true).optional() });

/** A person whom others can see: nothing secret. */
export const person = z.object({
  id,
  name: bilingual,
  side,
  role,
  teamId: id.nullable(),
  active: z.boolean(),
});
export const team = z.object({ id, name: bilingual, side, officeId: id.nullable() });
export const office = z.object({ id, name: bilingual });

export const people = z.object({ people: z.array(person), teams: z.array(team), offices: z.array(office) });

/** Without password and token they are there, and cannot sign in until they are invited. */
export const newPerson = z
  .strictObject({
    name: line(190),
    nameZh: line(190).optional(),
    email: z.email().max(320),
    /** Where a program has chosen one. */
    password: z.string().min(12).max(128).optional(),
    /** Of the link they get, by which they choose a password within fourteen days. */
    token: invitationToken.optional(),
    side,
    role,
    teamId: id.nullable().default(null),
    locale: locale.default('en'),
  })
  .refine(({ password, token }) => password === undefined || token === undefined, {
    error: 'must be left out where a password is given: whoever is invited chooses their own',
    path: ['token'],
  });
export const createdPerson = person.extend({ version });

/** A new link for somebody who is here; the links before it end, and the password they have stays until it is used. */
export const newInvitation = z.strictObject({ token: invitationToken });

/** A person as whoever administers them sees one. */
export const personAccount = person.extend({
  email: z.string().nullable(),
  locale,
  /** False for those who are known but have neither address nor password. */
  canSignIn: z.boolean(),
  /** Whether a link waits for them, with which they choose a password. */
  isInvited: z.boolean(),
  /** When they were last seen, as far as their sessions are still known; null otherwise. */
  lastSeenAt: instant.nullable(),
  version,
});
export const personAccounts = z.object({ items: z.array(personAccount) });

/** What is left out stays. */
export const personChange = z.strictObject({
  name: line(190).optional(),
  nameZh: line(190).nullable().optional(),
  side: side.optional(),
  role: role.optional(),
  teamId: id.nullable().optional(),
  locale: locale.optional(),
  /** False ends all their sessions; what they own stays theirs. */
  active: z.boolean().optional(),
});
export const personList = listOf(person);

export type SignIn = z.infer<typeof signIn>;
export type OwnPassword = z.infer<typeof ownPassword>;
export type Me = z.infer<typeof me>;
export type Preferences = z.infer<typeof preferences>;
export type PersonWire = z.infer<typeof person>;
export type TeamWire = z.infer<typeof team>;
export type OfficeWire = z.infer<typeof office>;
export type PeopleWire = z.infer<typeof people>;
export type NewPerson = z.infer<typeof newPerson>;
export type NewInvitation = z.infer<typeof newInvitation>;
export type CreatedPersonWire = z.infer<typeof createdPerson>;
export type PersonAccountWire = z.infer<typeof personAccount>;
export type PersonChange = z.infer<typeof personChange>;
