import { z } from 'zod';
import { definitionKey } from './figures.contract';
import { lineFilter, lineRecordsAsked, linesAsked, linesSaid, linesTold } from './lines.contract';
import { bilingual, id, total } from './shapes.contract';

/** How a booking is shared out among the touches before it; each gives exactly 100 %. */
export const attributionModel = z.enum(['first', 'last', 'linear', 'u_shaped', 'w_shaped', 'time_decay']);

/** Days after which a touch weighs half in time decay. */
const halfLifeDays = z.coerce.number().int().min(1).max(365).default(7);

export const attributionQuery = z.strictObject({
  ...linesAsked,
  ...lineFilter,
  /** Without one, as the organisation has chosen. */
  model: attributionModel.optional(),
  beside: attributionModel.optional(),
  halfLifeDays,
});

/** One source by itself. */
export const attributedSource = z.object({
  key: z.string(),
  sourceId: id.nullable(),
  source: bilingual,
  value: total,
  opportunities: z.int(),
});

/** Net revenue by what brought it. Allocation, not causation. */
export const attribution = z.object({
  ...linesTold,
  ...linesSaid,
  currency: z.string(),
  model: attributionModel,
  definition: definitionKey,
  beside: attributionModel,
  halfLifeDays: z.int(),
  /** Null exactly when `unavailable` says why. */
  total: total.nullable(),
  /** A source and a campaign each; both columns add up to the total. */
  rows: z.array(
    z.object({
      key: z.string(),
      /** False for what no touch was recorded of: it stands with its own source. */
      touched: z.boolean(),
      sourceId: id.nullable(),
      source: bilingual,
      campaignId: id.nullable(),
      campaign: bilingual.nullable(),
      value: total,
      beside: total,
    }),
  ),
  /** Each opportunity by its one source; they add up to the total. */
  sourced: z.array(attributedSource),
  /** Each opportunity by every source that touched it: they overlap and are never added, neither to each other nor to the total. */
  influenced: z.array(attributedSource),
});

const idOrNone = '(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})';
/** `touched.<source>.<campaign>` of a model, `<source>` of the two lists; `none` where there is none. */
const attributionRow = z.string().regex(new RegExp(`^((un)?touched\\.${idOrNone}\\.)?${idOrNone}$`));

export const attributionRecordsQuery = z.strictObject({
  ...lineRecordsAsked,
  ...lineFilter,
  /** Which column: a model, or one of the two lists. */
  view: attributionModel.or(z.enum(['sourced', 'influenced'])),
  /** The key of the row. */
  row: attributionRow,
  halfLifeDays,
});

export type AttributionQuery = z.infer<typeof attributionQuery>;
export type AttributionWire = z.infer<typeof attribution>;
export type AttributionRecordsQuery = z.infer<typeof attributionRecordsQuery>;
export type AttributedSourceWire = z.infer<typeof attributedSource>;
