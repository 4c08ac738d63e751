import { z } from 'zod';

/** A UUIDv7. */
export const id = z.uuid().toLowerCase();

/** Integer minor units as text, because JSON numbers end at 2^53. */
export const minor = z.string().regex(/^-?\d{1,16}$/);

/** An amount in minor units of one ISO 4217 currency. */
export const money = z.strictObject({ amountMinor: minor, currency: z.string().regex(/^[A-Z]{3}$/) });

/** Many amounts added up, which takes more digits than any one of them. */
export const total = money.extend({ amountMinor: z.string().regex(/^-?\d{1,30}$/) });

/** ISO 4217 code in capitals. */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/);

/** A calendar date that no zone shifts. */
export const day = z.iso.date();

/** An instant in UTC, RFC 3339. */
export const instant = z.iso.datetime();

/** A share as decimal text: `0.6213` is 62.13 %. */
export const ratio = z.string().regex(/^-?\d+(\.\d+)?$/);

/** Counts up by one with each change; the ETag is `"v<version>"`. */
export const version = z.int().min(1);

/** One line of text without control characters. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), { error: 'must be one line of readable text' });

/** Several lines of text; line breaks and tabs are the only control characters. */
export const prose = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => text.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(text), { error: 'must be readable text' });

/** Why somebody does what is seldom done; never empty. */
export const reason = (most: number) => prose(most).refine((text) => text !== '', { error: 'must say why' });

/** A name in the organisation's first language and, where there is one, in Traditional Chinese. */
export const bilingual = z.object({ en: z.string(), zhTW: z.string().nullable() });

/** Where a list goes on; `nextCursor` is opaque. */
export const page = z.object({ nextCursor: z.string().nullable(), hasMore: z.boolean() });

export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), page });

/** How every list is paged: at most 200 a call. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
};

/** How the records behind a figure are had: page by page, or with `csv` (as with `Accept: text/csv`) all of them in one file. */
export const recordsPaging = { ...paging, format: z.enum(['json', 'csv']).default('json') };

export const side = z.enum(['sales', 'marketing', 'other']);
export const role = z.enum(['rep', 'manager', 'marketer', 'liaison', 'revenue_officer', 'administrator', 'viewer']);
export const locale = z.enum(['en', 'zh-TW']);

/** Of the link somebody is let in by, made by whoever invites: 32 random bytes in base64url. */
export const invitationToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** `2017`, `2017-Q2`, `2017-P05`, `2017-05`, `2017-W20` or `2017-04-01..2017-06-30`. */
export const periodKey = z.string().regex(/^\d{4}(-Q[1-4]|-P\d{2}|-\d{2}|-W\d{2}|-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})?$/);

/** RFC 9457 with a stable `code`; `errors` point at single fields, `current` is the state a stale request met. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
  current: z.unknown().optional(),
});

export type Problem = z.infer<typeof problem>;
export type MoneyWire = z.infer<typeof money>;
export type Bilingual = z.infer<typeof bilingual>;
export type Page = z.infer<typeof page>;
