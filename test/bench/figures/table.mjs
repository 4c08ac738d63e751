// Rows of text in columns: the first to the left, numbers to the right.

/** `rows` are lists of cells, the first row being the head; null is a dash. */
export function inColumns(rows) {
  const texts = rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? '–' : String(cell))));
  const widths = texts[0].map((_, column) => Math.max(...texts.map((row) => (row[column] ?? '').length)));
  return texts
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Milliseconds with as many digits as mean something. */
export function ms(time) {
  if (time === null || time === undefined) return null;
  if (time < 10) return time.toFixed(1);
  return Math.round(time).toLocaleString('en-US');
}

/** `12 ×`, `0.40 ×`, `0.003 ×`; a dash where it is not known. */
export function times(ratio) {
  if (ratio === null || ratio === undefined) return null;
  if (ratio >= 10) return `${Math.round(ratio).toLocaleString('en-US')} ×`;
  if (ratio < 0.1) return `${Number(ratio.toPrecision(1))} ×`;
  return `${ratio.toFixed(ratio < 1 ? 2 : 1)} ×`;
}
