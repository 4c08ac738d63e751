import type {
  DealSizeAnswerWire,
  DealSizeWire,
  WinRatesAnswerWire,
  WinRatesWire,
  WinRateWire,
} from '@tandem/contracts';
import { DealSizesReader, WinRatesReader } from '@tandem/metrics';
import { presentDealSize, presentWinRates } from '../../../apps/api/src/figures/win-metrics.presenter';
import { askFlow } from './ask-flow';
import { tellDealSize } from '../flow/deal-size';
import { variants } from '../flow/win-cases';
import { tellWinRates } from '../flow/win-rates';
import type { Subject } from './subject';

/** How often it is won, in four variants, and at what size. */
export const winsSubject: Subject = (question) => [
  askFlow<WinRatesWire, WinRatesAnswerWire>(question, {
    resource: 'win-rates',
    serve: async (app, asked) => presentWinRates(await app.get(WinRatesReader, { strict: false }).rates(asked), 'en'),
    tell: (rates) => variants.map((variant) => [variant, tellRate(rates[variant])]),
    reckon: tellWinRates,
  }),
  askFlow<DealSizeWire, DealSizeAnswerWire>(question, {
    resource: 'deal-size',
    serve: async (app, asked) => presentDealSize(await app.get(DealSizesReader, { strict: false }).size(asked), 'en'),
    tell: (size) => [['size', tellSize(size)]],
    reckon: tellDealSize,
  }),
];

const tellRate = ({ won, lost, running, outside, rate, unavailable, interval, byValue }: WinRateWire): string =>
  [
    `${won} won, ${lost} lost, ${running} running, ${outside} outside`,
    rate ?? `n/a ${unavailable?.code}`,
    interval ? `within ${interval.low}..${interval.high}` : 'no interval',
    `${byValue.won.amountMinor} of ${byValue.all.amountMinor} without ${byValue.withoutValue}: ${byValue.rate ?? `n/a ${byValue.unavailable?.code}`}`,
  ].join('; ');

const tellSize = ({
  bookings,
  closings,
  otherClosings,
  average,
  unavailable,
  median,
  withoutValue,
}: DealSizeWire): string =>
  [
    `${bookings.amountMinor} ${bookings.currency} of bookings`,
    `${closings} closings, ${otherClosings} others`,
    `average ${average?.amountMinor ?? `n/a ${unavailable?.code}`}`,
    `median ${median?.amountMinor ?? null}`,
    `without ${withoutValue}`,
  ].join('; ');
