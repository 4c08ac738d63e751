import type { Connection } from 'mysql2/promise';

/**
 * What is written once and never changed; removing goes through the procedure `forget_ledger` alone. Exchange rates and targets
 * are not here: both are set anew in their row, and each time the audit trail says what they were.
 */
export const appendOnly = [
  'opportunity_move',
  'booking',
  'booking_restatement',
  'account_merge',
  'period_lock',
  'quota',
  'expense_line',
  'touch',
  'forecast_snapshot',
  'metric_choice',
  'audit_line',
  'audit_seal',
] as const;

const readOnly: readonly string[] = ['migrations'];
const noSuchGrant = 1141;

interface Application {
  readonly username: string;
  readonly password: string;
  readonly database: string;
  readonly socketPath: string | undefined;
}

/** Makes the application's user when it is missing, and gives it rights table by table: a right to all of them could not be taken back for some. */
export async function grantApplication(owner: Connection, application: Application): Promise<void> {
  const user = owner.format('?@?', [application.username, application.socketPath ? 'localhost' : '%']);
  const database = owner.escapeId(application.database);
  await owner.query(`CREATE USER IF NOT EXISTS ${user} IDENTIFIED BY ?`, [application.password]);
  const [tables] = (await owner.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'`,
    [application.database],
  )) as unknown as [{ name: string }[]];
  // Granted first and taken back after, so that an application at work misses no right in between.
  for (const { name } of tables) {
    const table = `${database}.${owner.escapeId(name)}`;
    await owner.query(`GRANT ${rightsOn(name).join(', ')} ON ${table} TO ${user}`);
    const surplus = everyRight.filter((right) => !rightsOn(name).includes(right));
    if (surplus.length > 0) await owner.query(`REVOKE ${surplus.join(', ')} ON ${table} FROM ${user}`);
  }
  await owner.query(`GRANT EXECUTE ON PROCEDURE ${database}.forget_ledger TO ${user}`);
  await owner.query(`REVOKE ALL PRIVILEGES ON ${database}.* FROM ${user}`).catch((error: { errno?: number }) => {
    if (error.errno !== noSuchGrant) throw error;
  });
}

const everyRight = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

function rightsOn(table: string): readonly string[] {
  if (readOnly.includes(table)) return ['SELECT'];
  return (appendOnly as readonly string[]).includes(table) ? ['SELECT', 'INSERT'] : everyRight;
}
