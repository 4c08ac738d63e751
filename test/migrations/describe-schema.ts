import type { Connection, RowDataPacket } from 'mysql2/promise';
import { asking } from './half-way';

/** Everything the server's catalogue knows about a schema; ids, moments and the database's own name are left out. */
const questions: Readonly<Record<string, string>> = {
  schema: `SELECT default_character_set_name, default_collation_name FROM information_schema.schemata WHERE schema_name = DATABASE()`,
  tables: `SELECT table_name, table_type, engine, row_format, table_collation, create_options, table_comment
    FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name`,
  columns: `SELECT table_name, ordinal_position, column_name, column_type, column_default, is_nullable, character_set_name, collation_name,
    column_key, extra, column_comment, generation_expression FROM information_schema.columns
    WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position`,
  indexes: `SELECT table_name, index_name, seq_in_index, column_name, non_unique, sub_part, collation, index_type
    FROM information_schema.statistics WHERE table_schema = DATABASE() ORDER BY table_name, index_name, seq_in_index`,
  constraints: `SELECT table_name, constraint_name, constraint_type FROM information_schema.table_constraints
    WHERE constraint_schema = DATABASE() ORDER BY table_name, constraint_name, constraint_type`,
  checks: `SELECT constraint_name, check_clause FROM information_schema.check_constraints
    WHERE constraint_schema = DATABASE() ORDER BY constraint_name, check_clause`,
  references: `SELECT constraint_name, table_name, referenced_table_name, update_rule, delete_rule
    FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() ORDER BY constraint_name`,
  referenceColumns: `SELECT constraint_name, table_name, column_name, ordinal_position, referenced_table_name, referenced_column_name
    FROM information_schema.key_column_usage WHERE constraint_schema = DATABASE() ORDER BY constraint_name, table_name, ordinal_position`,
  routines: `SELECT routine_name, routine_type, routine_definition, security_type, sql_data_access, sql_mode, is_deterministic
    FROM information_schema.routines WHERE routine_schema = DATABASE() ORDER BY routine_name`,
  triggers: `SELECT trigger_name, event_manipulation, event_object_table, action_statement FROM information_schema.triggers
    WHERE trigger_schema = DATABASE() ORDER BY trigger_name`,
  views:
    'SELECT table_name, view_definition FROM information_schema.views WHERE table_schema = DATABASE() ORDER BY table_name',
  migrations: 'SELECT timestamp, name FROM migrations ORDER BY timestamp, name',
};

export type SchemaText = Readonly<Record<string, readonly string[]>>;

/** A schema as texts, one a line, so that two of them are the same exactly when their texts are. */
export const describeSchema = (url: string): Promise<SchemaText> =>
  asking(url, async (connection) => {
    const described: Record<string, string[]> = {};
    for (const [subject, question] of Object.entries(questions)) {
      described[subject] = (await rowsOf(connection, question)).map((row) =>
        Object.values(row).map(String).join(' · '),
      );
    }
    const tables = await rowsOf(
      connection,
      `SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name`,
    );
    described['statements'] = [];
    for (const table of tables) {
      const [statement] = await rowsOf(connection, `SHOW CREATE TABLE \`${String(Object.values(table)[0])}\``);
      described['statements'].push(String(Object.values(statement ?? {})[1]).replace(/ AUTO_INCREMENT=\d+/, ''));
    }
    return described;
  });

async function rowsOf(connection: Connection, question: string): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>(question);
  return rows;
}
