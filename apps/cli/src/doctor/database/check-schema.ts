import { check, type Check } from '../check';
import type { FoundSchema } from './schema.reader';

const most = 5;
const listed = (names: readonly string[]): string =>
  names.length === 0
    ? 'none'
    : `${names.slice(0, most).join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`;

/** Whether the tables are the ones this program works with, and keep what they are given. */
export const checkSchema = (schema: FoundSchema): Check[] => [
  check('database.charset', `${schema.charset}, ${schema.collation}`, schema.charset === 'utf8mb4', {
    otherwise: 'bad',
    advice: 'ALTER DATABASE … CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci: new tables would lose characters.',
  }),
  check('database.text_columns', `not utf8mb4 or ascii: ${listed(schema.oddText)}`, schema.oddText.length === 0, {
    otherwise: 'bad',
    advice: 'ALTER TABLE … CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, from a backup taken first.',
  }),
  check(
    'database.collations',
    `tables of another collation: ${listed(schema.oddCollation)}`,
    schema.oddCollation.length === 0,
    {
      otherwise: 'warning',
      advice: 'Give them utf8mb4_unicode_520_ci: comparing with other tables fails or is slow.',
    },
  ),
  check('database.engine', `tables not in InnoDB: ${listed(schema.notInnodb)}`, schema.notInnodb.length === 0, {
    otherwise: 'bad',
    advice: 'ALTER TABLE … ENGINE=InnoDB: other engines know no transactions, and half a change can stay.',
  }),
  check('database.migrations', schema.pending > 0 ? `${schema.pending} are pending` : 'current', schema.pending === 0, {
    otherwise: 'bad',
    advice: 'Run tandem migrate: the schema is older than the program.',
  }),
  check('database.newer_schema', `unknown to this program: ${listed(schema.unknown)}`, schema.unknown.length === 0, {
    otherwise: 'bad',
    advice: 'The schema is newer than the program. Run the newer program, or restore the backup from before.',
  }),
];
