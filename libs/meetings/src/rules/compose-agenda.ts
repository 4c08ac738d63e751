import type { PlainDate } from '@tandem/kernel';
import {
  draft,
  sections,
  type ActionFact,
  type AgendaFacts,
  type DraftItem,
  type FeedbackFact,
  type FigureFact,
} from './agenda-facts';
import { carryOver } from './carry-over';
import { chooseMajor } from './choose-major';
import { findLeaks } from './find-leaks';
import { listProblems } from './list-problems';
import { movementOf } from './weigh-values';

/** The one number both sides commit to; it opens its section. */
const theNumber = 'quota_attainment';

/**
 * Writes an agenda from facts, section by section: what was agreed, the number, leaks, major opportunities, all open
 * problems, what the sides say of each other, product mix and money, and what people added. Within a section the longest carried item comes first.
 */
export function composeAgenda(facts: AgendaFacts): DraftItem[] {
  const drafts = [
    ...actionItems(facts.actions, facts.meetingDate),
    ...figureItems(facts.figures),
    ...findLeaks(facts.conversions),
    ...chooseMajor(facts.opportunities),
    ...listProblems(facts.opportunities, facts.handOffs, facts.currency),
    ...voiceItems(facts.feedback),
    ...moneyItems(facts),
  ];
  const all = carryOver(drafts, facts.leftOpen);
  return sections.flatMap((section) =>
    all.filter((item) => item.section === section).toSorted((one, other) => other.carried - one.carried),
  );
}

/** Whether somebody must decide something: an action is due, the number is behind, the funnel leaks, a problem or a new item is open. */
export const asksForDecision = (
  items: readonly { readonly section: string; readonly kind: string; readonly facts: DraftItem['facts'] }[],
): boolean =>
  items.some(
    ({ section, kind, facts }) =>
      section === 'problems' ||
      section === 'new' ||
      kind === 'action_due' ||
      kind === 'leak' ||
      (section === 'number' && (facts.standing === 'behind' || facts.standing === 'missed')),
  );

function actionItems(actions: readonly ActionFact[], meetingDate: PlainDate): DraftItem[] {
  return actions.map((action) => {
    const { id, title, owner, ownerId, dueDate, state, figureKey, before, now } = action;
    const kind = state === 'open' ? 'action_due' : `action_${state}`;
    const movement = state === 'done' ? movementOf(before, now) : null;
    return draft('actions', kind, id, { title, owner, ownerId, dueDate, meetingDate, figureKey, movement });
  });
}

const figureItems = (figures: readonly FigureFact[]): DraftItem[] =>
  figures
    .toSorted((one, other) => Number(other.key === theNumber) - Number(one.key === theNumber))
    .map((figure) => draft('number', figure.key === theNumber ? 'the_number' : 'figure', null, { ...figure }));

/** What nobody may be told, because so few spoke, is no item either. */
const voiceItems = (feedback: FeedbackFact | null): DraftItem[] =>
  feedback && (feedback.leadQuality.average !== null || feedback.followUp.average !== null)
    ? [
        draft('voices', 'feedback', null, {
          weekStart: feedback.weekStart,
          leadQuality: { ...feedback.leadQuality },
          followUp: { ...feedback.followUp },
        }),
      ]
    : [];

const moneyItems = ({ mix, purse }: AgendaFacts): DraftItem[] => [
  ...(mix && mix.families.length > 0
    ? [draft('money', 'mix', null, { period: mix.period, families: mix.families, others: mix.others })]
    : []),
  ...(purse ? [draft('money', 'purse', null, { ...purse })] : []),
];
