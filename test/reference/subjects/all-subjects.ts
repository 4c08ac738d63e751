import { funnelSubject } from './funnel.subject';
import { scoreboardSubject } from './scoreboard.subject';
import type { Asking, Question } from './subject';

const subjects = [scoreboardSubject, funnelSubject];

/** Whatever is held against the reference, about one period, day, reading and scope. */
export const askingsOf = (question: Question): Asking[] => subjects.flatMap((subject) => subject(question));
