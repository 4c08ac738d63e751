import type {
  DealSizeAnswerWire,
  HandOffFiguresAnswerWire,
  HandOffFiguresWire,
  WinRatesAnswerWire,
  WinRateWire,
} from '@tandem/contracts';
import { money, type Locale } from '@tandem/kernel';
import {
  type DealSize,
  type Defined,
  type FlowAnswer,
  type HandOffFigures,
  type WinRate,
  type WinRates,
} from '@tandem/metrics';
import { presentMoney } from '../opportunities/card.presenter';
import { presentInterval, presentRatio } from './figure.presenter';
import { presentFlowAnswer, presentFlowNote, presentMinor, presentSpans } from './flow.presenter';

export const presentWinRates = (answer: Defined<FlowAnswer<WinRates>>, locale: Locale): WinRatesAnswerWire => {
  const rate = (one: WinRate) => presentWinRate(one, answer.currency, locale);
  const shown = presentFlowAnswer(answer, { locale, defines: variants }, ({ broad, narrow, qualified, created }) => ({
    broad: rate(broad),
    narrow: rate(narrow),
    qualified: rate(qualified),
    created: rate(created),
  }));
  return { ...shown, definition: answer.definition };
};

export const presentDealSize = (answer: Defined<FlowAnswer<DealSize>>, locale: Locale): DealSizeAnswerWire => {
  const { currency } = answer;
  const shown = presentFlowAnswer(answer, { locale, defines: ['average_deal_size'] }, (size) => ({
    bookings: presentMoney(money(size.bookingsMinor, currency)),
    closings: size.closings,
    otherClosings: size.otherClosings,
    average: presentMinor(size.averageMinor, currency),
    unavailable: presentFlowNote(size.unavailable, locale),
    median: presentMinor(size.medianMinor, currency),
    withoutValue: size.withoutValue,
  }));
  return { ...shown, definition: answer.definition };
};

export const presentHandOffFigures = (answer: FlowAnswer<HandOffFigures>, locale: Locale): HandOffFiguresAnswerWire =>
  presentFlowAnswer(answer, { locale, defines: clocks }, (figures) => presentAnswers(figures, locale));

const variants = ['win_rate', 'win_rate_narrow', 'win_rate_qualified', 'win_rate_created'];
const clocks = ['hand_off_compliance', 'hand_off_response', 'speed_to_lead'];

const presentWinRate = (rate: WinRate, currency: string, locale: Locale): WinRateWire => ({
  won: rate.won,
  lost: rate.lost,
  running: rate.running,
  outside: rate.outside,
  rate: presentRatio(rate.rate),
  unavailable: presentFlowNote(rate.unavailable, locale),
  interval: presentInterval(rate.interval),
  byValue: {
    won: presentMoney(money(rate.byValue.wonMinor, currency)),
    all: presentMoney(money(rate.byValue.allMinor, currency)),
    withoutValue: rate.byValue.withoutValue,
    rate: presentRatio(rate.byValue.rate),
    unavailable: presentFlowNote(rate.byValue.unavailable, locale),
  },
});

const presentAnswers = (figures: HandOffFigures, locale: Locale): HandOffFiguresWire => ({
  compliance: {
    met: figures.compliance.met,
    breached: figures.compliance.breached,
    running: figures.compliance.running,
    outside: figures.compliance.outside,
    rate: presentRatio(figures.compliance.rate),
    unavailable: presentFlowNote(figures.compliance.unavailable, locale),
    interval: presentInterval(figures.compliance.interval),
  },
  response: presentSpans(figures.response),
  speed: presentSpans(figures.speed),
  waiting: figures.waiting,
  untouched: figures.untouched,
});
