/** Rows as a CSV file that a spreadsheet opens; a cell that could start a formula is defused. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  // The mark at the start tells spreadsheets that this is UTF-8.
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
