import { z } from 'zod';
import { figureKey, figureValue } from './figures.contract';
import { bilingual, id, instant, money, periodKey, version } from './shapes.contract';

/** The number both heads commit to. `value` is in minor units, a count, or ten-thousandths for a ratio. */
export const target = z.object({
  id,
  figureKey,
  periodKey: z.string(),
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
export const targetChange = z.strictObject({ value: figureValue });
export const quotaChange = z.strictObject({
  periodKey,
  teamId: id.nullable().default(null),
  personId: id.nullable().default(null),
  amount: money,
});

export type TargetWire = z.infer<typeof target>;
export type QuotaWire = z.infer<typeof quota>;
export type TargetsWire = z.infer<typeof targets>;
export type TargetChange = z.infer<typeof targetChange>;
export type QuotaChange = z.infer<typeof quotaChange>;
