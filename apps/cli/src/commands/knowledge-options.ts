import { Option } from 'commander';
import type { FiguresAnswer } from '@tandem/metrics';

/** `--as-of 2026-03-31`: the answer as it was at the end of a past day. */
export const asOfOption = (): Option => new Option('--as-of <day>', 'by what was recorded by the end of this day');

/** `--reading reported`: each event as it was first recorded. */
export const readingOption = (): Option =>
  new Option('--reading <reading>', 'with corrections where they belong, or as it was reported at the time')
    .choices(['restated', 'reported'])
    .default('restated');

/** Which answer it is, on the line above it. */
export const sayKnowledge = ({ asOf, reading }: Pick<FiguresAnswer, 'asOf' | 'reading'>): string =>
  `as ${reading}, as of ${asOf.toISOString()}`;
