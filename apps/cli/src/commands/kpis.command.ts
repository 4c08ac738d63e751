import { Option, type Command } from 'commander';
import { FiguresReader, sayMeaning, sayNote, type Reading, type Scoreboard, type SliceKind } from '@tandem/metrics';
import type { Runner } from '../console/run';
import type { Screen } from '../console/screen';
import { withProduct } from '../product';
import { asOfOption, readingOption, sayKnowledge } from './knowledge-options';
import { plainFigure, plainNote, plainRange, sayFigure } from './plain-figure';

interface Options {
  readonly period?: string;
  readonly by?: SliceKind;
  readonly asOf?: string;
  readonly reading: Reading;
  readonly json?: boolean;
}

/** `tandem kpis --period 2017-Q2`: the shared figures. */
export function addKpis(program: Command, { run }: Runner): void {
  program
    .command('kpis')
    .description('the shared figures of a period, with what they are made of')
    .option(
      '--period <key>',
      '2017, 2017-Q2, 2017-P05, 2017-05, 2017-W20 or 2017-04-01..2017-06-30; default: this quarter',
    )
    .addOption(new Option('--by <slice>', 'once more for every').choices(['team', 'office', 'person', 'source']))
    .addOption(asOfOption())
    .addOption(readingOption())
    .option('--json', 'print one JSON document')
    .action(({ period, by, asOf, reading, ...options }: Options) =>
      run(options, async (screen) => {
        const question = { period, by, asOf, reading };
        const board = await withProduct((product) => product.get(FiguresReader).scoreboard(question));
        if (screen.json) screen.document(documentOf(board));
        else printBoard(board, screen);
      }),
    );
}

const documentOf = ({ range, asOf, reading, currency, figures, slices, notes }: Scoreboard) => ({
  range: plainRange(range),
  asOf,
  reading,
  currency,
  figures: figures.map(plainFigure),
  slices: slices.map(({ slice, figures: own }) => ({ slice, figures: own.map(plainFigure) })),
  notes: notes.map(plainNote),
});

function printBoard({ figures, slices, notes, ...told }: Scoreboard, { print }: Screen): void {
  const { range } = told;
  print(`${range.key}: from ${range.from} until ${range.until} (${range.zone}), ${sayKnowledge(told)}`);
  for (const note of notes) print(`  ${sayNote('en', note)}`);
  for (const figure of figures) print(`  ${sayMeaning('en', figure.key).name.padEnd(32)} ${sayFigure(figure)}`);
  for (const { slice, figures: own } of slices) {
    print(slice.name.en);
    for (const figure of own) print(`  ${sayMeaning('en', figure.key).name.padEnd(32)} ${sayFigure(figure)}`);
  }
}
