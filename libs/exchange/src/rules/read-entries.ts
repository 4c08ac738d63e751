import { isRefusal, type PlainDate, type Refusal } from '@tandem/kernel';
import { readDay } from './read-day';

/** The entry into a stage as a line of the pipeline carries it; `column` is what the list calls it. */
export interface WrittenEntry {
  readonly stage: string;
  readonly on: string;
  readonly column: string;
}

export interface Entry {
  readonly stage: string;
  readonly on: PlainDate;
}

/** The entries a line carries, earliest first; of one day those further left come first. */
export function readEntries(cell: string): readonly Entry[] | Refusal {
  if (cell.trim() === '') return [];
  const entries: Entry[] = [];
  for (const { stage, on, column } of JSON.parse(cell) as readonly WrittenEntry[]) {
    const day = readDay(on, column);
    if (isRefusal(day)) return day;
    if (day) entries.push({ stage, on: day });
  }
  return entries.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}
