import { text } from '@tandem/language';
import type { ItemFacts } from './rules/agenda-facts';
import {
  describeAction,
  describeFeedback,
  describeFigure,
  describeLeak,
  describeMix,
  describePurse,
} from './describe-section';
import { describeGroup, describeMajor, describeProblem } from './describe-work';
import { sayFact, type Telling } from './say-facts';

/** An item as words: what it is, and why the job picked it with the threshold it crossed. */
export interface Described {
  readonly title: string;
  readonly why: string;
}

type Describe = (facts: ItemFacts, telling: Telling, kind: string) => Described;

const byKind: Readonly<Record<string, Describe>> = {
  action_due: describeAction,
  action_done: describeAction,
  action_dropped: describeAction,
  the_number: describeFigure,
  figure: describeFigure,
  leak: describeLeak,
  weakest_step: describeLeak,
  largest: describeMajor,
  moved_most: describeMajor,
  hand_off_overdue: describeProblem,
  slipped: describeProblem,
  stalled: describeProblem,
  no_next_step: describeProblem,
  hand_off_overdue_of_team: describeGroup,
  slipped_of_team: describeGroup,
  stalled_of_team: describeGroup,
  no_next_step_of_team: describeGroup,
  feedback: describeFeedback,
  mix: describeMix,
  purse: describePurse,
  note: describeNote,
};

/** Words an item in the reader's language; the same function serves screens, mails and the command line. */
export function describeItem(
  { kind, facts }: { readonly kind: string; readonly facts: ItemFacts },
  telling: Telling,
): Described {
  const describe = byKind[kind];
  if (!describe) throw new Error(`no words for an item of the kind ${kind}`);
  return describe(facts, telling, kind);
}

export const describedKinds: readonly string[] = Object.keys(byKind);

function describeNote(facts: ItemFacts, { locale }: Telling): Described {
  return {
    title: sayFact(facts.title, locale),
    why: sayFact(facts.why, locale) || text(locale, 'meetings:item.note.why'),
  };
}
