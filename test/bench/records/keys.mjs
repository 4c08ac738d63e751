// Keys that are taken off a table while it is filled and put back when it is full: sorted at once they cost a third.

/** Takes every key but the primary one and every foreign key off; the answer puts them back as they were, keys first. */
export async function takeKeysOff(query, table) {
  const [{ 'Create Table': written }] = await query(`SHOW CREATE TABLE ${table}`);
  const { keys, foreignKeys } = keysIn(written);
  if (foreignKeys.length > 0) await query(`ALTER TABLE ${table} ${drops('FOREIGN KEY', foreignKeys)}`);
  if (keys.length > 0) await query(`ALTER TABLE ${table} ${drops('KEY', keys)}`);
  const putBack = (taken) => async (own) => {
    if (taken.length > 0)
      await own(`ALTER TABLE ${table} ${taken.map(({ definition }) => `ADD ${definition}`).join(', ')}`);
  };
  return { keys: putBack(keys), foreignKeys: putBack(foreignKeys) };
}

const drops = (kind, keys) => keys.map(({ name }) => `DROP ${kind} \`${name}\``).join(', ');

/** The keys in the definition of a table, by name, each as it is written there. */
export function keysIn(written) {
  const lines = written.split('\n').map((line) => line.trim().replace(/,$/, ''));
  const named = (pattern) =>
    lines.flatMap((definition) => {
      const name = pattern.exec(definition)?.[1];
      return name ? [{ name, definition }] : [];
    });
  return {
    keys: named(/^(?:UNIQUE )?KEY `([^`]+)`/),
    foreignKeys: named(/^CONSTRAINT `([^`]+)` FOREIGN KEY/),
  };
}
