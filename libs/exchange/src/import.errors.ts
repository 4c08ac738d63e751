import { invalid, missing, refused, type Problem } from '@tandem/kernel';

/** The one who replaces the demo company stays, over real records, with a password everybody can read in the manual. */
export const passwordNeeded = (): Problem =>
  refused(
    'import.password_needed',
    'You stay when the demo company goes, and its password is printed in the manual. Choose a new password for yourself (12 characters or more).',
  );

/** Every way an import says no to a whole file; a single row is refused in the report instead. */
export const wrongEncoding = (file: string): Problem =>
  invalid(
    'import.wrong_encoding',
    `${file} is not UTF-8. Save it as “CSV UTF-8 (comma delimited)” in Excel, or choose UTF-8 where it is exported, and try again.`,
    { file },
  );

export const undecodable = (file: string, encoding: string): Problem =>
  invalid('import.undecodable', `${file} cannot be read as ${encoding}. Choose another encoding.`, { file, encoding });

export const spreadsheet = (file: string): Problem =>
  invalid(
    'import.spreadsheet',
    `${file} is a workbook. In Excel choose Save as, “CSV UTF-8 (comma delimited)”, and give the file that comes of it.`,
    { file },
  );

export const unmatchedColumns = (fields: readonly string[]): Problem =>
  invalid('import.columns_unmatched', `Say which column holds: ${fields.join(', ')}.`, { fields });

export const columnGone = (file: string, column: string): Problem =>
  invalid('import.column_gone', `${file} has no column “${column}”. Choose another one in its place.`, {
    file,
    column,
  });

export const strangeStage = (stage: string): Problem =>
  invalid(
    'import.stage_strange',
    `“${stage}” is no open stage of sales. Choose one of the funnel, won, lost, or leave the rows out.`,
    {
      stage,
    },
  );

export const notUnderWay = (): Problem =>
  refused('import.not_under_way', 'The import is not under way any more, so there is nothing to pause or resume.');

export const stillAtWork = (): Problem =>
  refused('import.still_at_work', 'The import is still at work. Pause it, then take back what is in.');

export const nothingToUndo = (): Problem =>
  refused('import.nothing_to_undo', 'The import brought or changed no opportunity that could be taken back.');

export const tooLateToUndo = (until: Date): Problem =>
  refused('import.too_late_to_undo', 'An import can be taken back for seven days. Correct what is wrong by hand.', {
    until: until.toISOString(),
  });

export const missingFile = (file: string): Problem =>
  invalid('import.missing_file', `${file} is missing. The export has four files, and all of them are needed.`, {
    file,
  });

export const emptyFile = (file: string): Problem =>
  invalid('import.empty_file', `${file} is empty; not even its header is there.`, { file });

export const tooLargeFile = (file: string, mostMegabytes: number): Problem =>
  invalid(
    'import.file_too_large',
    `${file} is larger than ${mostMegabytes} MB. Split the export and import the parts one after another.`,
    {
      file,
      mostMegabytes,
    },
  );

export const wrongDelimiter = (file: string, delimiter: string): Problem =>
  invalid('import.wrong_delimiter', `The columns of ${file} are separated by “${delimiter}”. Save it with commas.`, {
    file,
    delimiter,
  });

export const duplicateColumn = (file: string, column: string): Problem =>
  invalid('import.duplicate_column', `${file} has the column ${column} twice. Remove or rename one of them.`, {
    file,
    column,
  });

export const missingColumn = (file: string, columns: readonly string[]): Problem =>
  invalid('import.missing_column', `${file} lacks the column ${columns.join(', ')}.`, { file, columns });

export const raggedFile = (file: string, most: number): Problem =>
  invalid(
    'import.ragged_file',
    `More than ${most} lines of ${file} have more or fewer values than the header. Export it again with the same columns in every line.`,
    { file, most },
  );

export const unclosedQuote = (file: string, line: number): Problem =>
  invalid('import.unclosed_quote', `A quote in ${file} is opened and never closed, in or before line ${line}.`, {
    file,
    line,
  });

export const strayQuote = (file: string, line: number): Problem =>
  invalid(
    'import.stray_quote',
    `Line ${line} of ${file} has a quote in the middle of a value. Double it, and put the value in quotes.`,
    {
      file,
      line,
    },
  );

export const unreadableFile = (file: string, reason: string): Problem =>
  invalid('import.unreadable_file', `${file} cannot be read as CSV: ${reason}`, { file });

export const noFolder = (folder: string, reason: string): Problem =>
  invalid('import.folder_unreadable', `${folder} cannot be read: ${reason}.`, { folder });

export const demoIsHere = (): Problem =>
  refused(
    'import.holds_demo',
    'This organisation holds the demo company, and real records never mix with it. Ask for the demo to be replaced (--replace-demo) or remove it first.',
  );

export const anotherCurrency = (asked: string): Problem =>
  invalid('import.currency_unknown', `“${asked}” is no currency code. Write three capitals, such as USD.`, {
    currency: asked,
  });

export const noSuchRun = (id: string): Problem => missing('import.missing', 'There is no such import.', { id });
