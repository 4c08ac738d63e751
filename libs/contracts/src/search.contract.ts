import { z } from 'zod';
import { outcome } from './opportunities.contract';
import { person } from './people.contract';
import { bilingual, id, money } from './shapes.contract';

const named = z.object({ id, name: bilingual });

export const searchQuery = z.strictObject({
  /** A few letters of a name: its beginning, beginnings of its words, or what stands in the middle of it. */
  q: z.string().trim().min(1).max(100),
  /** How many of each kind at most. */
  limit: z.coerce.number().int().min(1).max(20).default(5),
});

/** What was found of each kind, the best first, within what whoever asks may see. */
export const searchAnswer = z.object({
  opportunities: z.array(
    z.object({
      id,
      name: z.string(),
      account: named.nullable(),
      stageId: id,
      outcome,
      amount: money.nullable(),
      owner: named,
    }),
  ),
  accounts: z.array(named.extend({ segment: z.string().nullable() })),
  /** Those who left come last. */
  people: z.array(person),
  /**
   * Whether everything was looked through for text in the middle of a name. If not, that was done for the newest records only, and
   * older ones are found by how their name, or their customer's, begins.
   */
  whole: z.boolean(),
});

export type SearchQuery = z.infer<typeof searchQuery>;
export type SearchWire = z.infer<typeof searchAnswer>;
