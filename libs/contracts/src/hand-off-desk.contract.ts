import { z } from 'zod';
import { handOff } from './hand-offs.contract';
import { card } from './opportunities.contract';
import { id, instant } from './shapes.contract';

/** How many hand-offs wait for the answer of the one who asks. */
export const waitingCount = z.object({ count: z.int() });

export const handOffDeskQuery = z.strictObject({
  /** Waiting ones listed at most; the counts are of all. */
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** An offer that waits, with its clock as of the desk's `asOf`. */
export const deskOffer = handOff.extend({
  /** Of the receiving team's working time until the answer is due; below 0 it is late by so much. */
  secondsLeft: z.int(),
  /** Working minutes the contract gave for the answer. */
  responseMinutes: z.int(),
});

/** What came back and waits for marketing: the hand-off that ended, and the opportunity as it is now. */
export const sentBack = z.object({
  handOff,
  /** When it was rejected, given back or ran out. */
  at: instant,
  /** For whoever may offer it again; null to all others. */
  opportunity: card.nullable(),
});

/** The seam between marketing and sales as the one who asks sees it, all of it as of one moment. */
export const handOffDesk = z.object({
  asOf: instant,
  waiting: z.object({
    count: z.int(),
    /** Those past their time. */
    overdue: z.int(),
    /** What is due first stands first. */
    items: z.array(deskOffer),
  }),
  /** When each receiving team works in the coming two weeks: only then its clocks run. */
  hours: z.array(z.object({ teamId: id, spans: z.array(z.object({ from: instant, until: instant })) })),
  /** Offers that ended since `since`, by how they ended; `closed` ones were closed by somebody before the answer. */
  answers: z.object({
    since: instant,
    accepted: z.int(),
    rejected: z.int(),
    /** Accepted, and given back since. */
    returned: z.int(),
    expired: z.int(),
    closed: z.int(),
    /** Why offers came back, the most frequent reason first. */
    reasons: z.array(z.object({ reason: z.string(), rejected: z.int(), returned: z.int() })),
  }),
  /** The longest waiting first, at most fifty of them; `since` is how far back answers are looked through. */
  sentBack: z.object({ since: instant, count: z.int(), items: z.array(sentBack) }),
});

export type WaitingCount = z.infer<typeof waitingCount>;
export type HandOffDeskQuery = z.infer<typeof handOffDeskQuery>;
export type DeskOfferWire = z.infer<typeof deskOffer>;
export type SentBackWire = z.infer<typeof sentBack>;
export type HandOffDeskWire = z.infer<typeof handOffDesk>;
