import { z } from 'zod';
import { fiscalCalendarChange } from './organisation.contract';
import { bilingual, currencyCode, instant, invitationToken, line, locale, role, side } from './shapes.contract';

/** Twelve characters or more; what else makes one weak is told by `person.password_…`. */
const chosenPassword = z.string().min(12).max(128);
const email = z.email().max(320);
/** `HH:MM` on the wall. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Whether this installation waits for somebody to set it up. */
export const setupState = z.object({ isOpen: z.boolean() });

/** When the organisation works, where a team has no hours of its own. */
const workingHours = z.strictObject({
  opens: timeOfDay,
  closes: timeOfDay,
  /** 1 = Monday … 7 = Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
});

/** Setting an installation up, all at once. */
export const setup = z
  .strictObject({
    /** The code from the log of the API. */
    code: z.string().trim().max(40),
    /** What it begins with: the generated demo company, an import, or nothing. */
    wish: z.enum(['demo', 'import', 'empty']),
    administrator: z.strictObject({ name: line(190), email, password: chosenPassword, locale }),
    /** Null for the demo company, which brings its own. */
    organisation: z
      .strictObject({
        name: line(190),
        reportingCurrency: currencyCode,
        /** IANA name such as `Asia/Taipei`. */
        zone: z.string().min(1).max(64),
        ...fiscalCalendarChange.shape,
        hours: workingHours,
      })
      .nullable(),
    /** Who shall come; each gets a link with the token, by which they choose a password within fourteen days. */
    colleagues: z
      .array(z.strictObject({ name: line(190), email, side, role, token: invitationToken }))
      .max(50)
      .default([]),
  })
  .refine(({ wish, organisation }) => (wish === 'demo') === (organisation === null), {
    error: 'must be there, except for the demo company',
    path: ['organisation'],
  });

/** What was begun; whoever did it signs in next. */
export const setupDone = z.object({ wish: z.enum(['demo', 'import', 'empty']) });

/** How far the demo company has come that was wished for at the beginning. */
export const demoProgress = z.object({
  wish: z.enum(['demo', 'import', 'empty']),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  partsDone: z.int(),
  parts: z.int(),
  /** A sentence about what went wrong. */
  problem: z.string().nullable(),
  askedAt: instant,
  /** Who can sign in to the demo company once it is here; its password is no secret. */
  signIns: z.array(z.object({ name: bilingual, email: z.string(), password: z.string(), role })),
});

/** Answering an invitation: the token of its link, and the password chosen with it. */
export const invitationAnswer = z.strictObject({ token: invitationToken, password: chosenPassword });
/** By which address they sign in from now on. */
export const invitationAnswered = z.object({ email: z.string(), locale });

export type SetupState = z.infer<typeof setupState>;
export type Setup = z.infer<typeof setup>;
export type SetupDone = z.infer<typeof setupDone>;
export type DemoProgress = z.infer<typeof demoProgress>;
export type InvitationAnswer = z.infer<typeof invitationAnswer>;
export type InvitationAnswered = z.infer<typeof invitationAnswered>;
