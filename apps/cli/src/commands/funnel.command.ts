import { Option, type Command } from 'commander';
import {
  FunnelFiguresReader,
  sayNote,
  type Conversion,
  type FunnelFigures,
  type FunnelMode,
  type FunnelSide,
  type Reading,
} from '@tandem/metrics';
import type { Runner } from '../console/run';
import type { Screen } from '../console/screen';
import { withProduct } from '../product';
import { asOfOption, readingOption, sayKnowledge } from './knowledge-options';
import { plainNote, plainRange, plainRatio, sayShare } from './plain-figure';

interface Options {
  readonly period?: string;
  readonly side: FunnelSide;
  readonly mode: FunnelMode;
  readonly asOf?: string;
  readonly reading: Reading;
  readonly json?: boolean;
}

/** `tandem funnel --period 2017-Q2`: entries and conversion of the shared funnel. */
export function addFunnel(program: Command, { run }: Runner): void {
  program
    .command('funnel')
    .description('entries into each stage in a period, and what became of them')
    .option(
      '--period <key>',
      '2017, 2017-Q2, 2017-P05, 2017-05, 2017-W20 or 2017-04-01..2017-06-30; default: this quarter',
    )
    .addOption(new Option('--side <side>', 'whose steps').choices(['seller', 'buyer']).default('seller'))
    .addOption(
      new Option('--mode <mode>', 'how skipped stages count').choices(['ordered', 'strict', 'any']).default('ordered'),
    )
    .addOption(asOfOption())
    .addOption(readingOption())
    .option('--json', 'print one JSON document')
    .action(({ period, side, mode, asOf, reading, ...options }: Options) =>
      run(options, async (screen) => {
        const question = { period, side, mode, asOf, reading };
        const figures = await withProduct((product) => product.get(FunnelFiguresReader).figures(question));
        if (screen.json) screen.document(documentOf(figures));
        else printFunnel(figures, screen);
      }),
    );
}

const documentOf = ({ range, asOf, reading, side, mode, currency, rows, unavailable, notes }: FunnelFigures) => ({
  range: plainRange(range),
  asOf,
  reading,
  side,
  mode,
  currency,
  rows: rows.map(({ conversion, fromFirst, throughput, value, notes: own, ...row }) => ({
    ...row,
    notes: own.map(plainNote),
    value,
    conversion: plainConversion(conversion),
    fromFirst: plainConversion(fromFirst),
    throughput: plainRatio(throughput),
  })),
  unavailable: plainNote(unavailable),
  notes: notes.map(plainNote),
});

const plainConversion = (conversion: Conversion | null) =>
  conversion && {
    ...conversion,
    rate: plainRatio(conversion.rate),
    previousRate: plainRatio(conversion.previousRate),
    yearBeforeRate: plainRatio(conversion.yearBeforeRate),
    notes: conversion.notes.map(plainNote),
    unavailable: plainNote(conversion.unavailable),
    interval: conversion.interval && {
      low: plainRatio(conversion.interval.low),
      high: plainRatio(conversion.interval.high),
    },
  };

function printFunnel({ rows, unavailable, notes, ...told }: FunnelFigures, { print }: Screen): void {
  const { range } = told;
  print(`${range.key}: entries from ${range.from} until ${range.until} (${range.zone}), ${sayKnowledge(told)}`);
  if (unavailable) print(`  n/a (${sayNote('en', unavailable)})`);
  for (const note of notes) print(`  ${sayNote('en', note)}`);
  for (const { name, entered, implied, undated, conversion } of rows) {
    const share = conversion?.rate
      ? `${sayShare(conversion.rate)} of ${conversion.mature} came from the row above`
      : '';
    const running = conversion && conversion.running > 0 ? `${conversion.running} still running` : '';
    const skipped = implied > 0 ? `${implied} of them skipped it` : '';
    const left = undated > 0 ? `${undated} whose day nobody knows are left out` : '';
    const more = [skipped, share, running, left].filter(Boolean).join('; ');
    print(`  ${name.en.padEnd(20)} ${String(entered).padStart(6)} entered${more ? `; ${more}` : ''}`);
  }
}
