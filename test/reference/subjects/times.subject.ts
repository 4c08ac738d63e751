import type {
  CycleAnswerWire,
  CycleWire,
  SpansWire,
  StaleAnswerWire,
  StaleRowWire,
  StaysAnswerWire,
  StaysRowWire,
} from '@tandem/contracts';
import { CyclesReader, StaleReader, StaysReader } from '@tandem/metrics';
import { presentCycle, presentStale, presentStays } from '../../../apps/api/src/figures/stage-metrics.presenter';
import { askFlow } from './ask-flow';
import { tellCycle } from '../flow/cycle';
import { tellStale } from '../flow/stale';
import { tellStays } from '../flow/stays';
import type { Subject } from './subject';

/** How long it stays in stages, how long it takes to be won, and what stands still. */
export const timesSubject: Subject = (question) => {
  const side = question.period.includes('W') || question.reading === 'reported' ? 'buyer' : 'seller';
  return [
    askFlow<readonly StaysRowWire[], StaysAnswerWire>(question, {
      resource: 'stays',
      further: { side },
      serve: async (app, asked) =>
        presentStays(await app.get(StaysReader, { strict: false }).stays({ ...asked, side }), 'en'),
      tell: (rows) =>
        rows.map(({ key, completed, running, undated }) => [
          key,
          `completed ${spans(completed)}; running ${spans(running)}; undated ${undated}`,
        ]),
      reckon: (setting, cut) => tellStays(setting, side, cut),
    }),
    askFlow<CycleWire, CycleAnswerWire>(question, {
      resource: 'cycle',
      serve: async (app, asked) => presentCycle(await app.get(CyclesReader, { strict: false }).cycle(asked), 'en'),
      tell: ({ days, undated }) => [['cycle', `${spans(days)}; undated ${undated}`]],
      reckon: tellCycle,
    }),
    askFlow<readonly StaleRowWire[], StaleAnswerWire>(question, {
      resource: 'stale',
      ofMoment: true,
      serve: async (app, asked) => presentStale(await app.get(StaleReader, { strict: false }).stale(asked), 'en'),
      tell: (rows) => rows.map(({ key, open, stale }) => [key, `open ${sum(open)}; stale ${sum(stale)}`]),
      beside: ({ stages }) =>
        stages.map(({ key, days, learnedFrom, unavailable }) => [
          `threshold of ${key}`,
          unavailable ? `n/a ${unavailable.code}` : `${days} from ${learnedFrom}`,
        ]),
      reckon: tellStale,
    }),
  ];
};

const spans = ({ count, median, p75, p90 }: SpansWire): string => `${count}: ${median}, ${p75}, ${p90}`;

const sum = ({ count, value, withoutValue }: StaleRowWire['open']): string =>
  `${count} worth ${value.amountMinor} without ${withoutValue}`;
