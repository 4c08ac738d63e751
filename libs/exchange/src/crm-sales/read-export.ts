import { missingFile, tooLargeFile } from '../import.errors';
import { readTable, type TableRow } from './read-table';

/** The four files of the export, by the columns we use. */
export const exportColumns = {
  'accounts.csv': ['account', 'sector', 'employees', 'office_location', 'subsidiary_of'],
  'products.csv': ['product', 'series', 'sales_price'],
  'sales_teams.csv': ['sales_agent', 'manager', 'regional_office'],
  'sales_pipeline.csv': [
    'opportunity_id',
    'sales_agent',
    'product',
    'account',
    'deal_stage',
    'engage_date',
    'close_date',
    'close_value',
  ],
} as const;

/** What the pipeline has besides when it was made of a list of opportunities. */
export const listedColumns = [
  'name',
  'team',
  'stage_key',
  'created_date',
  'stage_date',
  'expected_date',
  'currency',
  'entries',
] as const;

export type ExportFile = keyof typeof exportColumns;
type ListedPipeline = readonly TableRow<
  (typeof exportColumns)['sales_pipeline.csv'][number] | (typeof listedColumns)[number]
>[];
type Table<File extends ExportFile> = readonly TableRow<(typeof exportColumns)[File][number]>[];

/** An export whose every file can be read; what single rows say is not looked at yet. */
export interface Export {
  readonly accounts: Table<'accounts.csv'>;
  readonly products: Table<'products.csv'>;
  readonly teams: Table<'sales_teams.csv'>;
  readonly pipeline: Table<'sales_pipeline.csv'> | ListedPipeline;
  readonly rows: number;
}

export type ExportContents = ReadonlyMap<string, Uint8Array>;

export const exportFiles = Object.keys(exportColumns) as ExportFile[];
export const mostMegabytes = 50;

/** How many rows an export has; throws the first fault of the first faulty file. None of the rows is held. */
export async function countRows(contents: ExportContents): Promise<number> {
  let rows = 0;
  for (const file of exportFiles) for await (const some of rowsOf(contents, file)) rows += some.length;
  return rows;
}

/** Throws the first fault of the first faulty file. */
export async function readExport(contents: ExportContents): Promise<Export> {
  const accounts = await collected(rowsOf(contents, 'accounts.csv'));
  const products = await collected(rowsOf(contents, 'products.csv'));
  const teams = await collected(rowsOf(contents, 'sales_teams.csv'));
  const pipeline = await collected(rowsOf(contents, 'sales_pipeline.csv'));
  return {
    accounts,
    products,
    teams,
    pipeline,
    rows: accounts.length + products.length + teams.length + pipeline.length,
  };
}

/** The pipeline that a list of opportunities was made into; what it refers to stands in itself. */
export async function readListed(contents: ExportContents): Promise<Export> {
  const [file, content] = ['sales_pipeline.csv', contents.get('sales_pipeline.csv')] as const;
  if (!content) throw missingFile(file);
  const pipeline = await collected(readTable(file, content, [...exportColumns[file], ...listedColumns]));
  return { accounts: [], products: [], teams: [], pipeline, rows: pipeline.length };
}

function rowsOf<File extends ExportFile>(contents: ExportContents, file: File): AsyncIterable<Table<File>> {
  const content = contents.get(file);
  if (!content) throw missingFile(file);
  if (content.length > mostMegabytes * 1024 * 1024) throw tooLargeFile(file, mostMegabytes);
  return readTable(file, content, exportColumns[file]);
}

async function collected<Row>(rows: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const some of rows) all.push(...some);
  return all;
}
