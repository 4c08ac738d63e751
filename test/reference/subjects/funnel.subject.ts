import { presentFunnelFigures } from '../../../apps/api/src/figures/funnel-figures.presenter';
import type { FunnelFiguresWire, FunnelRowWire } from '@tandem/contracts';
import { FunnelFiguresReader } from '@tandem/metrics';
import { spanBefore, spanOf, spanYearBefore } from '../calendar';
import { drawFunnel } from '../funnel/draw';
import type { Mode } from '../funnel/follow-deal';
import type { Side } from '../funnel/rows';
import type { History } from '../history/history';
import { queryOf, standingAt, type Question, type Subject, type Told } from './subject';

const sides = ['seller', 'buyer'] as const;
const modes = ['ordered', 'strict', 'any'] as const;

/** The funnel of the whole or of a scope: both sides, three modes, every row with its conversions. */
export const funnelSubject: Subject = (question) =>
  sides.flatMap((side) =>
    modes.map((mode) => ({
      path: `funnel?${queryOf(question, { side, mode })}`,
      serve: async (app) => {
        const { scope: filter, ...asked } = question;
        const reader = app.get(FunnelFiguresReader, { strict: false });
        return presentFunnelFigures(await reader.figures({ ...asked, filter, side, mode }), 'en');
      },
      read: (wire) => readFunnel(wire as FunnelFiguresWire),
      reckon: (history, now) => reckon(history, now, { ...question, side, mode }),
    })),
  );

const readFunnel = ({ rows, unavailable }: FunnelFiguresWire): Told =>
  new Map([['known', unavailable?.code ?? 'yes'], ...rows.map((row) => [row.key, wordsOf(row)] as const)]);

interface Asked extends Question {
  readonly side: Side;
  readonly mode: Mode;
}

function reckon(history: History, now: Date, { period, asOf, ...question }: Asked): Told {
  const { present, stood, isUnknown } = standingAt(history, now, asOf);
  if (isUnknown) return new Map([['known', 'nothing_recorded_yet']]);
  const [years = 1] = history.organisation;
  const reportingCurrency = history.organisation[0]?.reportingCurrency ?? '';
  const days = {
    period: spanOf(period, years),
    previous: spanBefore(period, years),
    yearBefore: spanYearBefore(period, years),
  };
  const rows = drawFunnel(stood, { ...question, ...days, now: present });
  return new Map([
    ['known', 'yes'],
    ...rows.map(({ key, minor, ...row }) => [key, words({ ...row, value: `${minor} ${reportingCurrency}` })] as const),
  ]);
}

type Drawn = Omit<ReturnType<typeof drawFunnel>[number], 'key' | 'minor'> & { readonly value: string };

const wordsOf = (row: FunnelRowWire): string =>
  words({
    ...row,
    undated: row.undated ?? 0,
    withoutValue: row.withoutValue ?? 0,
    value: `${row.value.amountMinor} ${row.value.currency}`,
    conversion: converted(row.conversion),
    fromFirst: converted(row.fromFirst),
  });

const converted = (conversion: FunnelRowWire['conversion']): Drawn['conversion'] =>
  conversion && { ...conversion, unavailable: conversion.unavailable?.code ?? null };

const words = ({
  entered,
  implied,
  undated,
  value,
  withoutValue,
  conversion,
  fromFirst,
  throughput,
  medianDays,
}: Drawn): string =>
  [
    `${entered} entered`,
    `${implied} implied`,
    `${undated} undated`,
    `${value} without ${withoutValue}`,
    `on ${conversionWords(conversion)}`,
    `from first ${conversionWords(fromFirst)}`,
    `through ${throughput}`,
    `median ${medianDays}`,
  ].join('; ');

function conversionWords(conversion: Drawn['conversion']): string {
  if (!conversion) return 'none';
  const {
    windowDays,
    mature,
    converted: reached,
    running,
    rate,
    unavailable,
    interval,
    previousRate,
    yearBeforeRate,
    changed,
  } = conversion;
  return [
    `${reached}/${mature} in ${windowDays} days`,
    `${running} running`,
    rate ?? `n/a ${unavailable}`,
    interval ? `within ${interval.low}..${interval.high}` : 'no interval',
    `before ${previousRate}${changed ? ', changed' : ''}, a year before ${yearBeforeRate}`,
  ].join(' ');
}
