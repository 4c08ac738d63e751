import { z } from 'zod';
import { figureKey, figureValue } from './figures.contract';
import { flowSliceKind } from './flow.contract';
import { bilingual, id, instant, line, money, periodKey, version } from './shapes.contract';

/** What a target can stand on: the figures of the scoreboard, and those of other questions that give one number. */
export const goalKey = z.enum([
  ...figureKey.options,
  'win_rate_narrow',
  'win_rate_qualified',
  'win_rate_created',
  'average_deal_size',
  'cycle_median',
  'hand_off_compliance',
  'acquisition_cost',
  'new_pipeline',
  'coverage_start',
  'coverage_to_go',
  'slippage_share',
]);

/** Whom a target stands on: an id, of a segment its name, null for what lacks the attribute. */
export const goalSlice = z.strictObject({ kind: flowSliceKind, id: z.string().max(120).nullable() });

/** The number both heads commit to. `value` is in minor units, a count, or ten-thousandths for a ratio. */
export const target = z.object({
  id,
  figureKey: goalKey,
  periodKey: z.string(),
  /** Null for everybody. */
  slice: goalSlice.nullable(),
  value: figureValue,
  salesSigner: z.object({ id, name: bilingual, at: instant }).nullable(),
  marketingSigner: z.object({ id, name: bilingual, at: instant }).nullable(),
  version,
});
export const quota = z.object({
  id,
  periodKey: z.string(),
  teamId: id.nullable(),
  personId: id.nullable(),
  amount: money,
  revision: z.int(),
});
export const targetsQuery = z.strictObject({ period: periodKey.optional() });
export const targets = z.object({ period: z.string(), targets: z.array(target), quotas: z.array(quota) });
export const targetChange = z.strictObject({
  value: figureValue,
  /** Null for everybody. */
  slice: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('segment'), id: line(120).nullable() }),
      z.strictObject({ kind: flowSliceKind.exclude(['segment']), id: id.nullable() }),
    ])
    .nullable()
    .default(null),
});
export const quotaChange = z.strictObject({
  periodKey,
  teamId: id.nullable().default(null),
  personId: id.nullable().default(null),
  amount: money,
});

export type GoalKey = z.infer<typeof goalKey>;
export type TargetWire = z.infer<typeof target>;
export type QuotaWire = z.infer<typeof quota>;
export type TargetsWire = z.infer<typeof targets>;
export type TargetChange = z.infer<typeof targetChange>;
export type QuotaChange = z.infer<typeof quotaChange>;
