import { acquisitionCostSubject } from './acquisition-cost.subject';
import { answersSubject } from './answers.subject';
import { movesSubject } from './moves.subject';
import { timesSubject } from './times.subject';
import { winsSubject } from './wins.subject';
import { attributionSubject } from './attribution.subject';
import { coverageSubject } from './coverage.subject';
import { forecastSubject } from './forecast.subject';
import { forecastAccuracySubject } from './forecast-accuracy.subject';
import { funnelSubject } from './funnel.subject';
import { goalsSubject } from './goals.subject';
import { leaksSubject } from './leaks.subject';
import { mixSubject } from './mix.subject';
import { pipelineSubject } from './pipeline.subject';
import { scoreboardSubject } from './scoreboard.subject';
import { slippageSubject } from './slippage.subject';
import type { Asking, Question, Subject } from './subject';
import { varianceSubject } from './variance.subject';
import { waterfallRecordsSubject, waterfallSubject } from './waterfall.subject';

/** Each gets its turn as often as any other, however many questions it has. */
export const subjects: readonly Subject[] = [
  acquisitionCostSubject,
  answersSubject,
  movesSubject,
  timesSubject,
  winsSubject,
  attributionSubject,
  coverageSubject,
  forecastAccuracySubject,
  forecastSubject,
  funnelSubject,
  goalsSubject,
  leaksSubject,
  mixSubject,
  pipelineSubject,
  scoreboardSubject,
  slippageSubject,
  varianceSubject,
  waterfallRecordsSubject,
  waterfallSubject,
];

/** Whatever is held against the reference, about one period, day, reading and scope. */
export const askingsOf = (question: Question): Asking[] => subjects.flatMap((subject) => subject(question));
