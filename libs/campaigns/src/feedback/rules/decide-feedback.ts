import { refusal, type Id, type Refusal, type Side } from '@tandem/kernel';

interface Giver {
  readonly side: Side;
  readonly teamId: Id<'team'> | null;
}

interface Handed {
  readonly state: string;
  readonly fromTeamId: Id<'team'>;
  readonly toTeamId: Id<'team'>;
}

/** Where fewer of a side can sign in, everybody knows who spoke. */
export const fewestUnnamed = 3;

/** What somebody may speak of: sales of the quality of leads, marketing of the follow-up, and of one hand-off only its two teams. */
export function decideFeedback(giver: Giver, handOff: Handed | null): 'lead_quality' | 'follow_up' | Refusal {
  if (giver.side === 'other')
    return refusal(
      'feedback.other_side',
      'Feedback goes from sales to marketing and back; you work on neither side, so you read it here.',
    );
  const isSales = giver.side === 'sales';
  const about = isSales ? 'lead_quality' : 'follow_up';
  if (handOff === null) return about;
  if ((isSales ? handOff.toTeamId : handOff.fromTeamId) !== giver.teamId)
    return refusal('feedback.not_party', 'Only the two teams of a hand-off speak of it.');
  if (handOff.state === 'offered')
    return refusal('feedback.not_answered', 'This hand-off waits for its answer: rate it once it has one.');
  return about;
}

/**
 * May somebody of a side with so many people speak without a name, when so many of them did this week? Nothing is kept that would tell
 * who has spoken already, so all of a side together may speak as often as there are people.
 */
export function decideUnnamed({ people, given }: { readonly people: number; readonly given: number }): true | Refusal {
  if (people < fewestUnnamed)
    return refusal(
      'feedback.unnamed_too_few',
      `With ${people} people on your side a missing name would hide nobody: speak with your name, or in person.`,
      { people, least: fewestUnnamed },
    );
  if (given >= people)
    return refusal(
      'feedback.unnamed_full',
      `Your side has spoken ${given} times without a name this week, as often as it has people. Speak with your name, or next week.`,
      { given },
    );
  return true;
}
