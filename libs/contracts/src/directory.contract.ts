import { z } from 'zod';
import { bilingual, id, instant, line, listOf, paging, role, side, version } from './shapes.contract';

const named = z.object({ id, name: bilingual });

/** How somebody is called: digits somewhere, and what people write between and behind them. */
export const phone = line(60).refine((text) => /\d{3}|(\d\D?){3}/.test(text), { error: 'must hold a number to call' });

export const directoryQuery = z.strictObject({
  ...paging,
  /** A few letters: of a name, of a team or an office, or of what somebody can be asked about. */
  q: z.string().trim().max(100).default(''),
  side: side.optional(),
});

/** Somebody who is here, as colleagues look them up. */
export const directoryEntry = z.object({
  id,
  name: bilingual,
  side,
  role,
  team: named.nullable(),
  /** Where the team works from. */
  office: named.nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** What this person says they can be asked about. */
  askAbout: z.string().nullable(),
  /** The zone they work in. */
  zone: z.string(),
  /** Whether it is working time by the calendar of their team. */
  isAtWork: z.boolean(),
  /** When that changes; null when not within a month. */
  changesAt: instant.nullable(),
  version,
});
export const directoryList = listOf(directoryEntry);

/** What people write about themselves; what is left out stays, null empties. */
export const ownCard = z.strictObject({
  phone: phone.nullable().optional(),
  askAbout: line(190).nullable().optional(),
});

export const contactsQuery = z.strictObject({
  /** A few letters of a name, or of the company somebody works for. */
  q: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** People at customers, the best answers first. */
export const foundContacts = z.object({
  items: z.array(
    z.object({
      id,
      name: z.string(),
      title: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      account: named,
    }),
  ),
  /** Whether everything was looked through; else older ones are found by how their name, or their company's, begins. */
  whole: z.boolean(),
});

export type DirectoryQueryWire = z.infer<typeof directoryQuery>;
export type DirectoryEntryWire = z.infer<typeof directoryEntry>;
export type DirectoryListWire = z.infer<typeof directoryList>;
export type OwnCardWire = z.infer<typeof ownCard>;
export type ContactsQuery = z.infer<typeof contactsQuery>;
export type FoundContactsWire = z.infer<typeof foundContacts>;
export type FoundContactWire = FoundContactsWire['items'][number];
