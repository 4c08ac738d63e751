import { z } from 'zod';
import { id, instant, problem } from './shapes.contract';

const counts = z.object({
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  repaired: z.int(),
  refused: z.int(),
});

/** What an import did, row by row where it did not do as asked. */
export const importReport = z.object({
  files: z.array(counts.extend({ name: z.string() })),
  total: counts,
  /** Values that were read as something else, such as `GTXPro` as `GTX Pro`, with how many rows. */
  repairs: z.array(z.object({ file: z.string(), column: z.string(), from: z.string(), to: z.string(), rows: z.int() })),
  /** Rows kept although something was missing in them. */
  gaps: z.array(z.object({ file: z.string(), code: z.string(), rows: z.int() })),
  refusals: z.array(z.object({ file: z.string(), row: z.int(), code: z.string(), detail: z.string() })),
});

export const importRun = z.object({
  id,
  profile: z.literal('crm-sales'),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  dryRun: z.boolean(),
  rowsTotal: z.int(),
  rowsDone: z.int(),
  report: importReport.nullable(),
  problem: problem.nullable(),
  startedAt: instant,
  finishedAt: instant.nullable(),
});
export const importRunList = z.object({ items: z.array(importRun) });

/** The fields beside the four files of a multipart upload. */
export const importOptions = z.strictObject({
  dryRun: z.stringbool().default(false),
  replaceDemo: z.stringbool().default(false),
  /** Needed to replace the demo company: whoever asks stays, and must not keep the password printed in the manual. */
  newPassword: z.string().min(12).max(128).optional(),
});

export type ImportReport = z.infer<typeof importReport>;
export type ImportRunWire = z.infer<typeof importRun>;
export type ImportOptions = z.infer<typeof importOptions>;
