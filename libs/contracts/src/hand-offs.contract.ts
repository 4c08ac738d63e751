import { z } from 'zod';
import { bilingual, id, instant, listOf, paging, prose, version } from './shapes.contract';

export const handOffState = z.enum(['offered', 'accepted', 'rejected', 'returned', 'expired']);
/** How an offer ended: `returned` was accepted and given back since, `closed` was closed by somebody before the answer. */
export const handOffEnding = z.enum(['accepted', 'rejected', 'returned', 'expired', 'closed']);
const reasonKey = z.string().regex(/^[a-z_]{1,40}$/);

/** Marketing gives an opportunity to sales; the clock runs in the receiver's working calendar. */
export const handOff = z.object({
  id,
  opportunityId: id,
  opportunityName: z.string(),
  accountName: bilingual.nullable(),
  state: handOffState,
  fromTeamId: id,
  toTeamId: id,
  /** Whom in that team it is meant for; null when anybody may take it. */
  toPerson: z.object({ id, name: bilingual }).nullable(),
  offeredBy: z.object({ id, name: bilingual }).nullable(),
  offeredAt: instant,
  dueAt: instant,
  answeredBy: z.object({ id, name: bilingual }).nullable(),
  answeredAt: instant.nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  overdue: z.boolean(),
  /** Whether the one who asks may accept or reject it. */
  mayAnswer: z.boolean(),
  version,
});

export const newHandOff = z.strictObject({ toTeamId: id, toPersonId: id.optional(), note: prose(500).optional() });
export const acceptance = z.strictObject({ ownerId: id.optional() });
export const rejection = z.strictObject({ reason: reasonKey, note: prose(500).optional() });
/** Sales gives an accepted opportunity back. */
export const handOffReturn = rejection;

export const handOffQuery = z.strictObject({
  ...paging,
  state: handOffState.optional(),
  opportunityId: id.optional(),
  ending: handOffEnding.optional(),
  reason: reasonKey.optional(),
  /** Only those that ended at this moment or later. */
  answeredSince: instant.optional(),
});
export const handOffList = listOf(handOff);

export type HandOffWire = z.infer<typeof handOff>;
export type NewHandOff = z.infer<typeof newHandOff>;
export type Acceptance = z.infer<typeof acceptance>;
export type Rejection = z.infer<typeof rejection>;
export type HandOffQuery = z.infer<typeof handOffQuery>;
