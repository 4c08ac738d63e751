import { z } from 'zod';
import { day, id, instant, page, paging } from './shapes.contract';

/** Who did what to which record, in the reader's language; written with the deed and never changed. */
export const auditLine = z.object({
  id,
  at: instant,
  /** `id` is null when the product did it by itself. */
  actor: z.object({ id: id.nullable(), name: z.string() }),
  /** How it was done, where that was not on a page; null where it was. */
  via: z.string().nullable(),
  /** `<noun>.<past verb>`, such as `opportunity.moved`. */
  action: z.string(),
  /** The same as the rest of a sentence that begins with who did it. */
  words: z.string(),
  kind: z.string(),
  kindName: z.string(),
  /** `name` is what it is called by now; null when it has none. */
  record: z.object({ id: id.nullable(), name: z.string().nullable() }),
  /** The opportunity it is about, for a way there; null when it is about none. */
  opportunityId: id.nullable(),
  /** What is not as it was; null where there was or is nothing. */
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});

/** Lines to look for; what is left out does not narrow them. */
export const auditFilter = z.strictObject({
  actorId: id.optional(),
  /** A kind of records, such as `opportunity`. */
  kind: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  recordId: id.optional(),
  /** Days in the organisation's zone, half-open. */
  from: day.optional(),
  until: day.optional(),
});
export const auditQuery = auditFilter.extend(paging);

/** Newest first. A page may be empty and yet not the last: some ten thousand lines are looked through for each. */
export const auditLineList = z.object({
  items: z.array(auditLine),
  page,
  /** How far back was looked, where that was not to the end; null where it was. */
  lookedBackTo: instant.nullable(),
  /** The kinds there are, for a filter. */
  kinds: z.array(z.object({ kind: z.string(), name: z.string() })),
});

export type AuditLineWire = z.infer<typeof auditLine>;
export type AuditFilterWire = z.infer<typeof auditFilter>;
export type AuditQuery = z.infer<typeof auditQuery>;
export type AuditLineListWire = z.infer<typeof auditLineList>;
