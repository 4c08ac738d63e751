import { acquisitionCostSubject } from './acquisition-cost.subject';
import { attributionSubject } from './attribution.subject';
import { funnelSubject } from './funnel.subject';
import { goalsSubject } from './goals.subject';
import { mixSubject } from './mix.subject';
import { scoreboardSubject } from './scoreboard.subject';
import type { Asking, Question, Subject } from './subject';
import { varianceSubject } from './variance.subject';

/** Each gets its turn as often as any other, however many questions it has. */
export const subjects: readonly Subject[] = [
  acquisitionCostSubject,
  attributionSubject,
  funnelSubject,
  goalsSubject,
  mixSubject,
  scoreboardSubject,
  varianceSubject,
];

/** Whatever is held against the reference, about one period, day, reading and scope. */
export const askingsOf = (question: Question): Asking[] => subjects.flatMap((subject) => subject(question));
