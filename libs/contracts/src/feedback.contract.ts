import { z } from 'zod';
import { bilingual, day, id, instant, listOf, paging, prose, version } from './shapes.contract';

/** What one side says of the other: sales of the leads it is handed, marketing of what becomes of them. */
export const feedbackAbout = z.enum(['lead_quality', 'follow_up']);

const score = z.int().min(1).max(5);
/** 1 = poor … 5 = very good, and if one likes why. */
const said = { score, comment: prose(500).optional() };

/** With one's name, of one hand-off or, when none is named, of the present week. */
export const newFeedback = z.strictObject({ ...said, handOffId: id.optional() });

/** Without a name, of the present week: a hand-off would tell whose it was. */
export const newUnnamedFeedback = z.strictObject(said);

/** What one said with one's name; it can be taken back until its week is over. */
export const ownFeedback = z.object({
  id,
  about: feedbackAbout,
  /** The Monday of its week. */
  weekStart: day,
  handOffId: id.nullable(),
  score,
  comment: z.string().nullable(),
  version,
});

/** Nothing by which it could be found again. */
export const unnamedFeedback = z.object({ about: feedbackAbout });

const told = z.object({
  /** Answers; once the week is over, those that count. */
  count: z.int(),
  /** Answers without a name that do not count, because fewer than three of the week have none. */
  keptBack: z.int(),
  /** `1.0` to `5.0`; null when it is not told. */
  average: z.string().nullable(),
  /** Why it is not told. */
  untold: z.enum(['week_not_over', 'nobody', 'too_few']).nullable(),
});

/** Which hand-off is listed however old it is, when the one who asks may speak of it. */
export const feedbackQuery = z.strictObject({ handOffId: id.optional() });

export const feedbackOverview = z.object({
  /** What the one who asks may speak of; null of those who work on neither side. */
  about: feedbackAbout.nullable(),
  weekStart: day,
  unnamed: z.object({
    /** Why they may not do so without a name. */
    refused: z.enum(['other_side', 'too_few', 'full']).nullable(),
    /** On their side. */
    people: z.int(),
    least: z.int(),
  }),
  /** The latest hand-offs of their team, their own first. */
  handOffs: z.array(
    z.object({
      id,
      opportunityName: z.string(),
      accountName: bilingual.nullable(),
      answeredAt: instant,
      /** What they said of it already. */
      score: score.nullable(),
    }),
  ),
  /** What they said with their name this week, the latest first. */
  mine: z.array(ownFeedback),
  /** The present week and those before. */
  weeks: z.array(z.object({ weekStart: day, leadQuality: told, followUp: told })),
});

export const feedbackWordsQuery = z.strictObject(paging);

/** What somebody wrote, without the score, which is in the average alone. */
export const feedbackWords = z.object({
  id,
  about: feedbackAbout,
  weekStart: day,
  comment: z.string(),
  /** Null when it was written without a name. */
  author: z.object({ id, name: bilingual }).nullable(),
  isOfHandOff: z.boolean(),
  /** Null when it is of a week, or of a hand-off that is not for the one who asks to see. */
  handOff: z.object({ opportunityId: id, opportunityName: z.string(), accountName: bilingual.nullable() }).nullable(),
});
export const feedbackWordsList = listOf(feedbackWords);

export type FeedbackQuery = z.infer<typeof feedbackQuery>;
export type FeedbackAboutWire = z.infer<typeof feedbackAbout>;
export type NewFeedback = z.infer<typeof newFeedback>;
export type NewUnnamedFeedback = z.infer<typeof newUnnamedFeedback>;
export type OwnFeedbackWire = z.infer<typeof ownFeedback>;
export type UnnamedFeedbackWire = z.infer<typeof unnamedFeedback>;
export type FeedbackOverviewWire = z.infer<typeof feedbackOverview>;
export type FeedbackToldWire = z.infer<typeof told>;
export type FeedbackWordsQuery = z.infer<typeof feedbackWordsQuery>;
export type FeedbackWordsWire = z.infer<typeof feedbackWords>;
export type FeedbackWordsListWire = z.infer<typeof feedbackWordsList>;
