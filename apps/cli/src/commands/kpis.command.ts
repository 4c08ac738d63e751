import { Option, type Command } from 'commander';
import { FiguresReader, sayDefinition, type Scoreboard, type SliceKind } from '@tandem/metrics';
import type { Runner } from '../console/run';
import type { Screen } from '../console/screen';
import { withProduct } from '../product';
import { plainFigure, plainRange, sayFigure } from './plain-figure';

interface Options {
  readonly period?: string;
  readonly by?: SliceKind;
  readonly json?: boolean;
}

/** `tandem kpis --period 2017-Q2`: the shared figures. */
export function addKpis(program: Command, { run }: Runner): void {
  program
    .command('kpis')
    .description('the shared figures of a period, with what they are made of')
    .option('--period <key>', '2017, 2017-Q2, 2017-05, 2017-W20 or 2017-04-01..2017-06-30; default: this quarter')
    .addOption(new Option('--by <slice>', 'once more for every').choices(['team', 'office', 'person', 'source']))
    .option('--json', 'print one JSON document')
    .action(({ period, by, ...options }: Options) =>
      run(options, async (screen) => {
        const board = await withProduct((product) => product.get(FiguresReader).scoreboard({ period, by }));
        if (screen.json) screen.document(documentOf(board));
        else printBoard(board, screen);
      }),
    );
}

const documentOf = ({ range, asOf, currency, figures, slices }: Scoreboard) => ({
  range: plainRange(range),
  asOf,
  currency,
  figures: figures.map(plainFigure),
  slices: slices.map(({ slice, figures: own }) => ({ slice, figures: own.map(plainFigure) })),
});

function printBoard({ range, figures, slices }: Scoreboard, { print }: Screen): void {
  print(`${range.key}: from ${range.from} until ${range.until} (${range.zone})`);
  for (const figure of figures) print(`  ${sayDefinition('en', figure.key).name.padEnd(32)} ${sayFigure(figure)}`);
  for (const { slice, figures: own } of slices) {
    print(slice.name.en);
    for (const figure of own) print(`  ${sayDefinition('en', figure.key).name.padEnd(32)} ${sayFigure(figure)}`);
  }
}
