import { decimalText, type Money } from '@tandem/kernel';

/** A cell: text is guarded, an amount is written as a plain decimal number, null stays empty. */
export type Cell = string | number | Money | null;

/** What a spreadsheet takes for a formula: the signs it begins with, also behind blanks, quotes, or as wide as a Chinese character. */
const formula = /^['"＂\s]*[=+\-@\t\r＝＋－＠]/;

/** Text that no spreadsheet calculates: what would be a formula gets an apostrophe before it. */
export const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text as it was before it was guarded; any other apostrophe stays. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;

/** Spreadsheets take a file without this mark for one of their own old character sets. */
const utf8Mark = '\uFEFF';

/** The line that names the columns, with the mark of the file before it. */
export const csvHead = (columns: readonly string[]): string => utf8Mark + csvLine(columns);

/** One line of a CSV file (RFC 4180), with its end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`;

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return decimalText(cell);
  const text = guarded(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
