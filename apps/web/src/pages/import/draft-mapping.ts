import type { DateOrder, ImportPreviewWire, ListColumns, ListMapping } from '@tandem/contracts';

export const sources = [
  'hubspot',
  'salesforce',
  'pipedrive',
  'twenty',
  'file',
] as const satisfies readonly ListMapping['source'][];
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'big5',
  'shift_jis',
  'gb18030',
  'windows-1252',
] as const satisfies readonly ListMapping['encoding'][];
export const delimiters = [',', ';', '\t', '|'] as const satisfies readonly ListMapping['delimiter'][];
export const dateOrders = ['ymd', 'dmy', 'mdy', 'roc'] as const satisfies readonly DateOrder[];

export type ListField = keyof ListColumns;

/** The fields of a list in the order they are asked for. */
export const listFields = [
  'name',
  'owner',
  'stage',
  'id',
  'account',
  'amount',
  'close',
  'created',
  'stageSince',
  'status',
  'product',
  'team',
  'currency',
] as const satisfies readonly ListField[];

/** Without these no row can be kept. */
export const neededFields: readonly ListField[] = ['name', 'owner', 'stage'];

/** A mapping that is not finished yet. */
export interface Draft extends Omit<ListMapping, 'dateOrder' | 'stages' | 'entries'> {
  readonly dateOrder: DateOrder | null;
  /** What somebody chose, or was remembered, for a written stage. */
  readonly stages: ReadonlyMap<string, string>;
  /** The same for a column that dates the entry into a stage; `none` where nobody wants it. */
  readonly entries: ReadonlyMap<string, string>;
}

/** The first draft: as such a list was read before, else as the names suggest. */
export function draftOf(preview: ImportPreviewWire, currency: string): Draft {
  const { source, encoding, delimiter, dateOrder, suggested, remembered } = preview;
  return {
    source: remembered?.source ?? source,
    encoding,
    delimiter,
    dateOrder: dateOrder ?? remembered?.dateOrder ?? null,
    currency: remembered?.currency ?? currency,
    columns: remembered?.columns ?? suggested,
    stages: new Map(remembered?.stages.map(({ written, to }) => [written, to])),
    entries: new Map(remembered?.entries.map(({ column, to }) => [column, to])),
  };
}

export interface WrittenStage {
  readonly written: string;
  readonly rows: number;
  /** Null while nobody has said and nothing is alike. */
  readonly to: string | null;
}

/** The stages of the list, most rows first; null when the column holds too many different things for stages. */
export function stagesIn({ columns }: ImportPreviewWire, draft: Draft): readonly WrittenStage[] | null {
  const { stage } = draft.columns;
  if (stage === null) return [];
  const values = columns.find(({ name }) => name === stage)?.values ?? null;
  return (
    values
      ?.map(({ written, rows, to }) => ({ written, rows, to: draft.stages.get(written) ?? to }))
      .toSorted((one, other) => other.rows - one.rows) ?? null
  );
}

export interface DatedStage {
  readonly column: string;
  /** The stage whose entry it dates; null where it is passed over. */
  readonly to: string | null;
}

/** What stands for a column that is passed over. */
export const passedOver = 'none';

/** The columns that date the entry into an open stage, in their order. An ending has its close date. */
export function datedIn({ columns, stages, remembered }: ImportPreviewWire, draft: Draft): readonly DatedStage[] {
  const open = new Set(stages.map(({ key }) => key));
  return columns.flatMap(({ name, dates }) => {
    if (!dates || dates.to === 'won' || dates.to === 'lost') return [];
    const suggested = remembered ? null : (draft.stages.get(dates.written) ?? dates.to);
    const to = draft.entries.get(name) ?? suggested;
    return [{ column: name, to: to !== null && open.has(to) ? to : null }];
  });
}

/** What has to be said before anything can be tried. */
export interface Unsaid {
  readonly fields: readonly ListField[];
  readonly stages: number;
}

export function unsaidOf(preview: ImportPreviewWire, draft: Draft): Unsaid {
  return {
    fields: neededFields.filter((field) => draft.columns[field] === null),
    stages: stagesIn(preview, draft)?.filter(({ to }) => to === null).length ?? 1,
  };
}

/** The mapping as it is sent; null while something is unsaid. */
export function mappingOf(preview: ImportPreviewWire, draft: Draft): ListMapping | null {
  const { fields, stages } = unsaidOf(preview, draft);
  const { dateOrder } = draft;
  if (fields.length > 0 || stages > 0 || dateOrder === null || !/^[A-Z]{3}$/.test(draft.currency)) return null;
  const matches = (stagesIn(preview, draft) ?? []).flatMap(({ written, to }) => (to === null ? [] : [{ written, to }]));
  const entries = datedIn(preview, draft).flatMap(({ column, to }) => (to === null ? [] : [{ column, to }]));
  return { ...draft, dateOrder, stages: matches, entries };
}
