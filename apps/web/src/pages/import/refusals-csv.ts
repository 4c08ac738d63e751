import type { ImportReport } from '@tandem/contracts';
import { csvText } from '../../formats/csv';

/** The refused rows as a CSV file. */
export const refusalsCsv = (refusals: ImportReport['refusals'], header: readonly string[]): string =>
  csvText([header, ...refusals.map(({ file, row, code, detail }) => [file, String(row), code, detail])]);
