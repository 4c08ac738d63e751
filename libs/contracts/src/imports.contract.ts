import { z } from 'zod';
import { bilingual, id, instant, problem } from './shapes.contract';

const counts = z.object({
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  repaired: z.int(),
  refused: z.int(),
});

/** Where a list of opportunities comes from; `file` is any table. */
export const listSource = z.enum(['hubspot', 'salesforce', 'pipedrive', 'twenty', 'file']);
export const importProfile = z.enum(['crm-sales', ...listSource.options]);

export const listEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'big5', 'shift_jis', 'gb18030', 'windows-1252']);
export const listDelimiter = z.enum([',', ';', '\t', '|']);
/** How days are written: `2026-05-31`, `31/05/2026`, `05/31/2026`, or `115/05/31` by the calendar of Taiwan. */
export const dateOrder = z.enum(['ymd', 'dmy', 'mdy', 'roc']);

const column = z.string().max(500).nullable();
/** Which column of a list holds what; null where none does. */
export const listColumns = z.strictObject({
  id: column,
  name: column,
  account: column,
  owner: column,
  team: column,
  stage: column,
  /** Says won, lost or open where the stage does not. */
  status: column,
  amount: column,
  currency: column,
  product: column,
  created: column,
  /** Since when it is in its stage. */
  stageSince: column,
  close: column,
});

/** What a written stage is here: the key of an open stage, `won`, `lost`, or `leave_out`. */
export const stageMatch = z.strictObject({ written: z.string().max(500), to: z.string().min(1).max(60) });

/** How a list of opportunities is to be read. */
export const listMapping = z.strictObject({
  source: listSource,
  encoding: listEncoding,
  delimiter: listDelimiter,
  dateOrder,
  currency: z.string().regex(/^[A-Z]{3}$/),
  columns: listColumns,
  stages: z.array(stageMatch).max(500),
  /** Columns that say when a stage was entered, and which stage that is here. */
  entries: z.array(z.strictObject({ column: z.string().max(500), to: z.string().min(1).max(60) })).max(100),
});

/** A column as it was found. */
const foundColumn = z.object({
  name: z.string(),
  samples: z.array(z.string()),
  /** The written stage whose entry the column dates, with the stage that fits; null when it dates none. */
  dates: z.object({ written: z.string(), to: z.string().nullable() }).nullable(),
  /** What is written in it and how often, with the stage that fits; null when it says too many different things to be a stage. */
  values: z.array(z.object({ written: z.string(), rows: z.int(), to: z.string().nullable() })).nullable(),
});

/** A list looked at before anything is done with it. */
export const importPreview = z.object({
  file: z.string(),
  rows: z.int(),
  source: listSource,
  encoding: listEncoding,
  delimiter: listDelimiter,
  /** Null where the days could be read two ways and somebody has to say. */
  dateOrder: dateOrder.nullable(),
  columns: z.array(foundColumn),
  firstRows: z.array(z.array(z.string())),
  suggested: listColumns,
  /** Where an open opportunity of sales can stand. */
  stages: z.array(z.object({ key: z.string(), name: bilingual })),
  /** How a list with the same columns was read last. */
  remembered: listMapping.nullable(),
});

/** The fields beside the file of a list that is only looked at. */
export const previewOptions = z.strictObject({
  encoding: listEncoding.optional(),
  delimiter: listDelimiter.optional(),
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
  /** How much of their past the opportunities bring, in rows; null in reports from before it was counted. */
  history: z.object({ full: z.int(), bothEnds: z.int(), oneEnd: z.int(), snapshot: z.int() }).nullable(),
  /** What a list names that was not here before; null for an export that has lists of its own. */
  made: z.object({ accounts: z.int(), products: z.int(), people: z.int() }).nullable(),
});

/** Taking an import back, or that it may be; `total` is opportunities, and those that are `kept` were worked on since. */
export const importUndo = z.object({
  state: z.enum(['possible', 'waiting', 'running', 'paused', 'done', 'failed']),
  until: instant,
  total: z.int(),
  done: z.int(),
  kept: z.int(),
});

export const importRun = z.object({
  id,
  profile: importProfile,
  state: z.enum(['waiting', 'running', 'paused', 'done', 'failed']),
  dryRun: z.boolean(),
  rowsTotal: z.int(),
  rowsDone: z.int(),
  report: importReport.nullable(),
  problem: problem.nullable(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** Null of a trial, while it is at work, and once it is too late. */
  undo: importUndo.nullable(),
});
/** What taking an import back would do, or has done. */
export const importUndoPlan = z.object({
  /** Opportunities that it brought or changed. */
  total: z.int(),
  /** Left as they are, because somebody has worked on them since; the first two hundred by name. */
  kept: z.int(),
  keptFirst: z.array(z.object({ id, name: z.string() })),
});
export const importRunList = z.object({ items: z.array(importRun) });

/** The fields beside the four files of a multipart upload. */
export const importOptions = z.strictObject({
  dryRun: z.stringbool().default(false),
  replaceDemo: z.stringbool().default(false),
  /** Needed to replace the demo company: whoever asks stays, and must not keep the password printed in the manual. */
  newPassword: z.string().min(12).max(128).optional(),
});

/** The fields beside the file of a list that is imported; `mapping` is JSON. */
export const listOptions = importOptions.extend({
  mapping: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(listMapping),
});

export type DateOrder = z.infer<typeof dateOrder>;
export type ImportPreviewWire = z.infer<typeof importPreview>;
export type ListColumns = z.infer<typeof listColumns>;
export type ListMapping = z.infer<typeof listMapping>;
export type ListOptions = z.infer<typeof listOptions>;
export type PreviewOptions = z.infer<typeof previewOptions>;
export type ImportReport = z.infer<typeof importReport>;
export type ImportUndoPlan = z.infer<typeof importUndoPlan>;
export type ImportRunWire = z.infer<typeof importRun>;
export type ImportOptions = z.infer<typeof importOptions>;
