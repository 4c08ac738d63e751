import { answersSubject } from './answers.subject';
import { funnelSubject } from './funnel.subject';
import { movesSubject } from './moves.subject';
import { scoreboardSubject } from './scoreboard.subject';
import type { Asking, Question } from './subject';
import { timesSubject } from './times.subject';
import { winsSubject } from './wins.subject';

const subjects = [scoreboardSubject, funnelSubject, answersSubject, movesSubject, timesSubject, winsSubject];

/** Whatever is held against the reference, about one period, day, reading and scope. */
export const askingsOf = (question: Question): Asking[] => subjects.flatMap((subject) => subject(question));
