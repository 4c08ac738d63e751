const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** What stands most often between the names of the first line, outside quotes; a comma where nothing does. */
export function guessDelimiter(start: string): Delimiter {
  const line = start.replaceAll(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1)[0] ?? '';
  const counts = delimiters.map((sign) => line.split(sign).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? ',' : (delimiters[counts.indexOf(most)] ?? ',');
}
