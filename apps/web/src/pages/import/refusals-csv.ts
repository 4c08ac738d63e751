import type { ImportReport } from '@tandem/contracts';

/** The refused rows as a CSV file that a spreadsheet opens; a cell that could start a formula is defused. */
export function refusalsCsv(refusals: ImportReport['refusals'], header: readonly string[]): string {
  const rows = refusals.map(({ file, row, code, detail }) => [file, String(row), code, detail]);
  // The mark at the start tells spreadsheets that this is UTF-8.
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
