import { instantAt, type Currency, type Id, type PlainDate, type Zone } from '@tandem/kernel';
import type { Books } from '@tandem/opportunities';
import { knownNames } from '../rules/find-name';
import type { Lists } from '../rules/map-row';
import type { Export } from './read-export';
import type { References } from './reference-import.service';

/** A line of the pipeline as it was read. */
export type Line = Export['pipeline'][number];

/** Everything that is the same for all chunks of one run. */
export interface PipelineSetting {
  readonly runId: Id<'import_run'>;
  /** Whose ids the opportunities have. */
  readonly system: string;
  readonly references: References;
  readonly lists: Lists;
  readonly stageIds: ReadonlyMap<string, Id<'stage'>>;
  readonly reportingCurrency: Currency;
  readonly zone: Zone;
  readonly exportedOn: PlainDate;
  /** A day's noon where the organisation is. */
  readonly noonOf: (day: PlainDate) => Date;
  /** In which row an id stands first. */
  readonly firstRows: ReadonlyMap<string, number>;
  readonly currency: Currency;
  readonly dryRun: boolean;
}

/** The same with what people may change between two chunks. */
export interface ChunkSetting extends PipelineSetting {
  readonly lockedBefore: PlainDate | null;
  /** What accounts of the lists became that were merged here. */
  readonly survivors: ReadonlyMap<Id<'account'>, Id<'account'>>;
  readonly books: Books;
}

/** What the pipeline's names can stand for. */
export const listsOf = ({ agents, products, accounts }: References, currency: Currency): Lists => ({
  agents: knownNames([...agents.keys()]),
  products: knownNames([...products.keys()]),
  accounts: knownNames([...accounts.keys()]),
  currency,
});

/** Many rows speak of the same days, and a calendar takes long over each. */
export function noonsIn(zone: Zone): PipelineSetting['noonOf'] {
  const noons = new Map<PlainDate, Date>();
  return (day) => {
    const known = noons.get(day) ?? instantAt(day, '12:00', zone);
    noons.set(day, known);
    return known;
  };
}

/** In which row each id stands first. */
export function firstRowsOf(lines: readonly Line[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { number, cells } of lines) {
    const id = cells?.opportunity_id.trim() ?? '';
    if (!first.has(id)) first.set(id, number);
  }
  return first;
}

/** The latest date the file has: the day the export was made, as far as anybody can tell. */
export function lastDayOf(lines: readonly Line[], otherwise: PlainDate): PlainDate {
  let last = '';
  for (const { cells } of lines) {
    for (const day of daysOf(cells)) if (/^\d{4}-\d{2}-\d{2}$/.test(day) && day > last) last = day;
  }
  return last === '' || last > otherwise ? otherwise : (last as PlainDate);
}

function daysOf(cells: Line['cells']): readonly string[] {
  if (!cells) return [];
  const listed = 'created_date' in cells ? [cells.created_date, cells.stage_date] : [];
  return [cells.engage_date, cells.close_date, ...listed];
}
