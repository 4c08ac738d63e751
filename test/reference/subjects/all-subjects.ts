import { forecastAccuracySubject, forecastSubject } from './forecast.subject';
import { funnelSubject } from './funnel.subject';
import {
  coverageSubject,
  pipelineSubject,
  slippageSubject,
  waterfallRecordsSubject,
  waterfallSubject,
} from './pipeline.subject';
import { scoreboardSubject } from './scoreboard.subject';
import type { Asking, Question } from './subject';

const subjects = [
  scoreboardSubject,
  funnelSubject,
  coverageSubject,
  forecastAccuracySubject,
  forecastSubject,
  pipelineSubject,
  slippageSubject,
  waterfallRecordsSubject,
  waterfallSubject,
];

/** Whatever is held against the reference, about one period, day, reading and scope. */
export const askingsOf = (question: Question): Asking[] => subjects.flatMap((subject) => subject(question));
