/** The four tables of a CRM sales export. */
export const tables = ['accounts', 'products', 'sales_teams', 'sales_pipeline'] as const;
export type Table = (typeof tables)[number];

/** A chosen file by its name and the columns of its first line. */
export interface Given {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface Recognised<File extends Given> {
  readonly found: ReadonlyMap<Table, { readonly file: File; readonly by: 'name' | 'columns' }>;
  /** Files of the folder that the import does not read. */
  readonly ignored: readonly File[];
  /** Tables that more than one file could be; the last one chosen counts. */
  readonly twice: readonly File[];
}

// Columns that only this table has; a renamed file is still known by them.
const telling: Readonly<Record<Table, readonly string[]>> = {
  accounts: ['account', 'sector', 'year_established'],
  products: ['product', 'series', 'sales_price'],
  sales_teams: ['sales_agent', 'manager', 'regional_office'],
  sales_pipeline: ['opportunity_id', 'sales_agent', 'deal_stage'],
};

/** Finds the four tables among the chosen files: by file name first, by columns for what is still missing. */
export function recogniseFiles<File extends Given>(files: readonly File[]): Recognised<File> {
  const found = new Map<Table, { file: File; by: 'name' | 'columns' }>();
  const ignored: File[] = [];
  const twice: File[] = [];
  for (const file of files) {
    const byName = tables.find((table) => file.name.toLowerCase() === `${table}.csv`);
    const table =
      byName ?? tables.find((candidate) => telling[candidate].every((column) => file.columns.includes(column)));
    if (!table) {
      ignored.push(file);
      continue;
    }
    const before = found.get(table);
    if (before && before.by === 'name' && !byName) {
      ignored.push(file);
      continue;
    }
    if (before) twice.push(before.file);
    found.set(table, { file, by: byName ? 'name' : 'columns' });
  }
  return { found, ignored, twice };
}

/** The column names in the first line of a CSV file. */
export const columnsOf = (start: string): string[] =>
  (start.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '')
    .split(/[,;\t]/)
    .map((column) => column.trim().replaceAll('"', '').toLowerCase());
