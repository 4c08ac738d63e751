import { z } from 'zod';
import { figure, range } from './figures.contract';
import { handOff } from './hand-offs.contract';
import { bilingual, day, id, instant, money, total, version } from './shapes.contract';

const named = z.object({ id, name: bilingual });

/** Why an open opportunity needs its owner. */
export const attention = z.enum(['step_overdue', 'close_date_passed', 'no_next_step']);

/** An open opportunity as its owner meets it in the course of a day. */
export const workItem = z.object({
  id,
  name: z.string(),
  account: named.nullable(),
  /** Who is called. */
  contact: z.object({ id, name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  stage: named,
  amount: money.nullable(),
  closeDate: day.nullable(),
  nextStep: z.string().nullable(),
  nextStepDate: day.nullable(),
  /** Whole days in the present stage. */
  daysInStage: z.int(),
  attention: z.array(attention),
  version,
});

/** What the one who asks has to do today, all of it as of one moment. */
export const myDay = z.object({
  today: day,
  zone: z.string(),
  asOf: instant,
  /** The present fiscal quarter of this person alone. */
  quota: z.object({
    range,
    currency: z.string(),
    figure,
    /** Null without a quota. */
    gap: z
      .object({
        /** Quota less bookings; below 0 what was booked beyond it. */
        toGo: total,
        /** What an even pace would have booked by today. */
        paceAsks: total,
      })
      .nullable(),
  }),
  /** Open opportunities of this person. */
  open: z.int(),
  /** Next steps from today on, the first ten; `today` counts those that are due today. */
  coming: z.object({ today: z.int(), items: z.array(workItem) }),
  /** Late, past the close date, or without a next step: the twenty longest missed, and how many there are. */
  attention: z.object({ count: z.int(), items: z.array(workItem) }),
  /** Hand-offs to this person's team that wait for an answer: the twenty that are due first, and how many there are. */
  handOffs: z.object({
    count: z.int(),
    /** `minutesLeft` are of the team's working time until the answer is due; below 0 it is late by so much. */
    items: z.array(handOff.extend({ minutesLeft: z.int() })),
  }),
});

export type Attention = z.infer<typeof attention>;
export type WorkItem = z.infer<typeof workItem>;
export type MyDay = z.infer<typeof myDay>;
export type WaitingHandOff = MyDay['handOffs']['items'][number];
