import { z } from 'zod';
import { figureNote, range, slice, told } from './figures.contract';
import { funnelMode, funnelSide } from './funnel-figures.contract';
import { bilingual, ratio, total } from './shapes.contract';

/** What came of a source in the period, and what both sides spent on it. */
export const funnelSource = z.object({
  /** The id of the source, or `none`. */
  key: z.string(),
  slice,
  /** Created in the period. */
  leads: z.int(),
  /** First entries in the period into the rows named in the answer; null where the funnel has no such row. */
  qualified: z.int().nullable(),
  accepted: z.int().nullable(),
  won: z.int().nullable(),
  /** `qualified` ÷ `leads`, both of the period: throughput, not conversion. */
  qualifiedShare: ratio.nullable(),
  /** What the accepted ones are worth. */
  pipeline: total,
  /** Accepted ones without an amount or an exchange rate; they are not in `pipeline`, which is then partial. */
  withoutValue: z.int(),
  /** Null exactly when `costUnavailable` says why. */
  cost: total.nullable(),
  costUnavailable: figureNote.nullable(),
  notes: z.array(figureNote),
  /** Cost ÷ accepted; null without either, and for what names no source. */
  costEach: total.nullable(),
  /** Pipeline ÷ cost; null without a cost above 0, and for what names no source. */
  yield: ratio.nullable(),
});

const milestone = bilingual.nullable();

/** Sources by pipeline created for each unit spent, the best first; those of which nobody can tell last. */
export const funnelSources = z.object({
  range,
  ...told,
  side: funnelSide,
  mode: funnelMode,
  currency: z.string(),
  /** Keys of the rows of the funnel where it changes sides, and where it is won. */
  qualifiedRow: z.string().nullable(),
  acceptedRow: z.string().nullable(),
  wonRow: z.string().nullable(),
  names: z.object({ qualified: milestone, accepted: milestone, won: milestone }),
  rows: z.array(funnelSource),
  unavailable: figureNote.nullable(),
});

export type FunnelSourcesWire = z.infer<typeof funnelSources>;
export type FunnelSourceWire = z.infer<typeof funnelSource>;
