import type { HandOffFiguresAnswerWire, HandOffFiguresWire, SpansWire } from '@tandem/contracts';
import { HandOffAnswersReader } from '@tandem/metrics';
import { presentHandOffFigures } from '../../../apps/api/src/figures/win-metrics.presenter';
import { decimal, fraction, wilson } from '../exact';
import { askFlow } from './ask-flow';
import { tellSlices } from '../flow/case';
import { findOffers, type OfferCase } from '../flow/offers';
import { spansOf, wordsOfSpans } from '../flow/spans';
import { findLeads, type LeadCase } from '../flow/speed';
import type { Subject } from './subject';

/** How quickly what is offered is answered, and what is created is touched. */
export const answersSubject: Subject = (question) => [
  askFlow<HandOffFiguresWire, HandOffFiguresAnswerWire>(question, {
    resource: 'hand-offs',
    serve: async (app, asked) =>
      presentHandOffFigures(await app.get(HandOffAnswersReader, { strict: false }).answers(asked), 'en'),
    tell: ({ compliance, response, speed, waiting, untouched }) => [
      [
        'compliance',
        [
          `${compliance.met} met, ${compliance.breached} breached, ${compliance.running} running, ${compliance.outside} outside`,
          compliance.rate ?? `n/a ${compliance.unavailable?.code}`,
          compliance.interval ? `within ${compliance.interval.low}..${compliance.interval.high}` : 'no interval',
        ].join('; '),
      ],
      ['response', spans(response)],
      ['speed', `${spans(speed)}; ${waiting} waiting, ${untouched} untouched`],
    ],
    reckon: (setting, cut) =>
      tellSlices<OfferCase | LeadCase>([...findOffers(setting), ...findLeads(setting)], cut, tellAnswers),
  }),
];

const spans = ({ count, median, p75, p90 }: SpansWire): string => `${count}: ${median}, ${p75}, ${p90}`;

const minutesOf = (cases: readonly { readonly minutes: number | null }[]): string =>
  wordsOfSpans(spansOf(cases.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]))));

function tellAnswers(own: readonly (OfferCase | LeadCase)[]): [string, string][] {
  const offers = own.flatMap((one) => (one.of === 'offer' ? [one] : []));
  const leads = own.flatMap((one) => (one.of === 'lead' ? [one] : []));
  const count = (fate: string) => own.filter((one) => one.fate === fate).length;
  const [met, breached] = [count('met'), count('breached')];
  const decided = met + breached;
  const interval = decided > 0 && decided < 30 ? wilson(met, decided) : null;
  return [
    [
      'compliance',
      [
        `${met} met, ${breached} breached, ${count('running')} running, ${count('outside')} outside`,
        decided === 0 ? 'n/a nothing_due' : decimal(fraction(BigInt(met), BigInt(decided))),
        interval ? `within ${interval.low}..${interval.high}` : 'no interval',
      ].join('; '),
    ],
    ['response', minutesOf(offers)],
    ['speed', `${minutesOf(leads)}; ${count('waiting')} waiting, ${count('untouched')} untouched`],
  ];
}
