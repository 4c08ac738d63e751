import { coverageSubject } from './coverage.subject';
import { forecastAccuracySubject } from './forecast-accuracy.subject';
import { forecastSubject } from './forecast.subject';
import { funnelSubject } from './funnel.subject';
import { pipelineSubject } from './pipeline.subject';
import { scoreboardSubject } from './scoreboard.subject';
import { slippageSubject } from './slippage.subject';
import type { Asking, Question } from './subject';
import { waterfallRecordsSubject, waterfallSubject } from './waterfall.subject';

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
